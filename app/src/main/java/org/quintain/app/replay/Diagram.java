package org.quintain.app.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.quintain.core.text.Clean;
import org.quintain.net.sim.recording.FrameKind;
import org.quintain.net.sim.recording.Lifeline;
import org.quintain.net.sim.recording.RecordedFrame;
import org.quintain.net.sim.recording.Recording;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;

/**
 * A recording as a sequence diagram: time goes down, a frame is a line from its sender to all who took it up.
 *
 * <p>Rows stand in the order of arrival, since in a race that order decides. Drawn are the first {@value #FIRST} frames,
 * and of the later ones the first {@value #FORGED} that are forged.
 */
final class Diagram {
    /** So many frames are drawn, whatever they are. */
    static final int FIRST = 200;

    /** So many forged frames are drawn beyond the first. */
    static final int FORGED = 200;

    private static final int LEFT = 96;
    private static final int MARGIN = 84;
    private static final int SPACE = 200;
    private static final int MIN_WIDTH = 920;
    private static final int STUB = 70;
    private static final int NAME_CODE_POINTS = 22;
    /** Of the font at 12 px, rounded up so that no text leaves the picture; what the learner sent is in bold. */
    private static final double CHARACTER = 6.7;

    private static final double BOLD_CHARACTER = 7.7;

    /** A lifeline's place and what stands above it. */
    record Head(int x, String name, List<String> addresses, boolean isLearner) {
        int line(int number) {
            return 18 + 14 * number;
        }
    }

    private final Recording recording;
    private final FrameWords words;
    private final List<Head> heads = new ArrayList<>();
    private final List<Panel> panels = new ArrayList<>();
    private final int width;
    private final int space;
    private int drawn;

    Diagram(Recording recording, FrameWords words) {
        this.recording = recording;
        this.words = words;
        int gaps = Math.max(1, recording.lifelines().size() - 1);
        this.width = Math.max(MIN_WIDTH, LEFT + 2 * MARGIN + gaps * SPACE);
        this.space = (width - LEFT - 2 * MARGIN) / gaps;
        for (int i = 0; i < recording.lifelines().size(); i++) {
            heads.add(head(i, recording.lifelines().get(i)));
        }
        draw();
    }

    private Head head(int number, Lifeline node) {
        List<String> addresses = new ArrayList<>();
        node.addresses().stream().limit(1).map(Ipv4Address::format).forEach(addresses::add);
        node.macs().stream().limit(1).map(MacAddress::format).forEach(addresses::add);
        boolean isLearner = number == recording.learner();
        String name = Clean.line(node.name(), NAME_CODE_POINTS);
        return new Head(x(number), isLearner ? words.learnerName(name) : name, addresses, isLearner);
    }

    private int x(int lifeline) {
        return LEFT + MARGIN + lifeline * space;
    }

    int width() {
        return width;
    }

    List<Head> heads() {
        return heads;
    }

    List<Panel> panels() {
        return panels;
    }

    /** How many frames are drawn. */
    int drawn() {
        return drawn;
    }

    /** Frames in the order of their arrival. */
    static List<RecordedFrame> byArrival(Recording recording) {
        return recording.frames().stream()
                .sorted(Comparator.comparingLong(RecordedFrame::arrivedMicros).thenComparingInt(RecordedFrame::number))
                .toList();
    }

    private void draw() {
        List<Panel.Row> rows = new ArrayList<>();
        int leftOut = 0;
        int forged = 0;
        for (RecordedFrame frame : byArrival(recording)) {
            boolean isDrawn = drawn < FIRST || frame.kind() == FrameKind.FORGED && forged++ < FORGED;
            if (!isDrawn) {
                leftOut++;
                continue;
            }
            leftOut = gap(rows, leftOut);
            rows.add(row(frame, y(rows)));
            drawn++;
        }
        gap(rows, leftOut);
        for (int from = 0; from < rows.size(); from += Panel.ROWS) {
            List<Panel.Row> some = rows.subList(from, Math.min(rows.size(), from + Panel.ROWS));
            String title = words.say(
                    "panel-title",
                    "from",
                    some.get(0).time(),
                    "to",
                    some.get(some.size() - 1).time());
            panels.add(new Panel(title, List.copyOf(some)));
        }
    }

    private static int y(List<Panel.Row> rows) {
        return Panel.TOP + rows.size() % Panel.ROWS * Panel.ROW + Panel.ROW - 10;
    }

    private int gap(List<Panel.Row> rows, int leftOut) {
        if (leftOut > 0) {
            String text = words.say("gap", "count", leftOut);
            String time = rows.isEmpty() ? "" : rows.get(rows.size() - 1).time();
            rows.add(new Panel.Row("gap", y(rows), time, text, LEFT + MARGIN, 0, 0, 0, List.of(), List.of(), ""));
        }
        return 0;
    }

    private Panel.Row row(RecordedFrame frame, int y) {
        int from = x(frame.from());
        TreeSet<Integer> ends = new TreeSet<>(List.of(from));
        frame.to().forEach(one -> ends.add(x(one)));
        frame.overheardBy().forEach(one -> ends.add(x(one)));
        String cross = "";
        if (frame.isLost()) {
            int end = frame.from() == recording.lifelines().size() - 1 && frame.from() > 0 ? from - STUB : from + STUB;
            ends.add(end);
            cross = "M" + (end - 5) + " " + (y - 5) + "l10 10m0 -10l-10 10";
        }
        List<String> tips = new ArrayList<>();
        frame.to().forEach(one -> tips.add(head(frame.kind(), x(one), y, x(one) < from)));
        String text = words.label(frame);
        double character = frame.kind() == FrameKind.GENUINE ? CHARACTER : BOLD_CHARACTER;
        int room = (int) ((width - LEFT - 16) / character);
        String shown = text.length() > room ? Clean.line(text, room - 1) : text;
        int length = (int) (shown.length() * character);
        int middle = (ends.first() + ends.last()) / 2;
        int textX = Math.max(LEFT + 4, Math.min(middle - length / 2, width - length - 8));
        return new Panel.Row(
                FrameWords.key(frame.kind()),
                y,
                words.time(frame.arrivedMicros()),
                shown,
                textX,
                from,
                ends.first(),
                ends.last(),
                tips,
                frame.overheardBy().stream().map(this::x).toList(),
                cross);
    }

    /** A filled triangle, or for a forged frame an open one. */
    private static String head(FrameKind kind, int x, int y, boolean isLeftwards) {
        int back = isLeftwards ? 12 : -12;
        String start = "M" + (x + back) + " " + (y - 6);
        return kind == FrameKind.FORGED
                ? start + "L" + x + " " + y + "L" + (x + back) + " " + (y + 6)
                : start + "L" + x + " " + y + "L" + (x + back) + " " + (y + 6) + "Z";
    }
}
