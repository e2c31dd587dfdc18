package org.quintain.app.report;

import java.util.ArrayList;
import java.util.List;
import org.quintain.core.text.Clean;

/** How a class stands with each lab: one bar a lab, divided by {@link Standing}. */
final class Bars {
    static final int WIDTH = 360;
    private static final int LEFT = 2;
    private static final int LENGTH = 356;
    private static final int ROW = 46;
    private static final int TITLE_CODE_POINTS = 48;
    private static final int ROOM_FOR_SIGN = 34;
    private static final int ROOM_FOR_COUNT = 12;

    /**
     * A part of a bar.
     *
     * @param standing what it stands for
     * @param count how many learners
     * @param x left edge
     * @param length in units of the picture
     */
    record Segment(Standing standing, int count, int x, int length) {
        boolean hasRoomForSign() {
            return length >= ROOM_FOR_SIGN;
        }

        boolean hasRoomForCount() {
            return length >= ROOM_FOR_COUNT * Integer.toString(count).length();
        }

        int middle() {
            return x + length / 2;
        }
    }

    /**
     * A bar.
     *
     * @param title the lab, cut to fit
     * @param y upper edge of the row
     * @param segments from left to right, none of them empty
     */
    record Bar(String title, int y, List<Segment> segments) {
        int baseline() {
            return y + 14;
        }

        int top() {
            return y + 19;
        }

        int label() {
            return y + 33;
        }
    }

    private final List<Bar> bars = new ArrayList<>();

    Bars(List<LabFigures> labs) {
        for (LabFigures lab : labs) {
            String title = Clean.line(lab.lab().title(), TITLE_CODE_POINTS);
            bars.add(new Bar(title, bars.size() * ROW, segments(lab)));
        }
    }

    private static List<Segment> segments(LabFigures lab) {
        List<Segment> segments = new ArrayList<>();
        int before = 0;
        for (Standing standing : Standing.values()) {
            int count = lab.count(standing);
            if (count > 0) {
                int x = LEFT + LENGTH * before / lab.learners();
                before += count;
                segments.add(new Segment(standing, count, x, LEFT + LENGTH * before / lab.learners() - x));
            }
        }
        return segments;
    }

    List<Bar> bars() {
        return bars;
    }

    int height() {
        return bars.size() * ROW;
    }
}
