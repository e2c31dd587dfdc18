package org.quintain.app.replay;

/**
 * A frame as a row of the table.
 *
 * @param key the kind, as a class of the style sheet
 * @param number its number in the order of sending, which is its number in the capture
 * @param sent when it was sent
 * @param arrived when it arrived; empty if it did not
 * @param from who sent it
 * @param to who took it up
 * @param kind the kind in words
 * @param what what it says
 */
record TableRow(
        String key, int number, String sent, String arrived, String from, String to, String kind, String what) {}
