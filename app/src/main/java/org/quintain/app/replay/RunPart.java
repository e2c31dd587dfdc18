package org.quintain.app.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.quintain.net.sim.recording.FrameKind;
import org.quintain.net.sim.recording.Lifeline;
import org.quintain.net.sim.recording.RecordedFrame;
import org.quintain.net.sim.recording.Recording;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;

/** One network of a replay: its picture, its table and where its capture is. */
final class RunPart {
    /** The most rows of a table. */
    static final int TABLE = 3000;

    private final int number;
    private final Recording recording;
    private final FrameWords words;
    private final String capture;
    private final Diagram diagram;

    RunPart(int number, Recording recording, FrameWords words, String capture) {
        this.number = number;
        this.recording = recording;
        this.words = words;
        this.capture = capture;
        this.diagram = new Diagram(recording, words);
    }

    int number() {
        return number;
    }

    String heading(int of) {
        String what = words.say("purpose-" + recording.purpose().name().toLowerCase(Locale.ROOT));
        return of == 1 ? what : words.say("purpose-number", "number", number, "what", what);
    }

    String capture() {
        return capture;
    }

    Diagram diagram() {
        return diagram;
    }

    /** Numbers and what was left out, a sentence each. */
    List<String> facts() {
        List<String> facts = new ArrayList<>();
        facts.add(words.say(
                "fact-counts",
                "all",
                recording.frames().size(),
                "own",
                recording.count(FrameKind.OWN),
                "passed-on",
                recording.count(FrameKind.PASSED_ON),
                "forged",
                recording.count(FrameKind.FORGED)));
        if (diagram.drawn() < recording.frames().size()) {
            facts.add(words.say("fact-shortened", "drawn", diagram.drawn(), "first", Diagram.FIRST));
        }
        if (recording.frames().size() > TABLE) {
            facts.add(words.say("fact-table", "rows", TABLE));
        }
        if (recording.droppedFrames() > 0) {
            facts.add(words.say("fact-dropped", "count", recording.droppedFrames()));
        }
        return facts;
    }

    List<Lifeline> lifelines() {
        return recording.lifelines();
    }

    String name(int lifeline) {
        String name = FrameWords.clean(recording.lifelines().get(lifeline).name());
        return lifeline == recording.learner() ? words.learnerName(name) : name;
    }

    static String addresses(Lifeline node) {
        return node.addresses().stream().map(Ipv4Address::format).collect(Collectors.joining(", "));
    }

    static String macs(Lifeline node) {
        return node.macs().stream().map(MacAddress::format).collect(Collectors.joining(", "));
    }

    List<TableRow> rows() {
        return Diagram.byArrival(recording).stream().limit(TABLE).map(this::row).toList();
    }

    private TableRow row(RecordedFrame frame) {
        String from = frame.from() == frame.maker()
                ? name(frame.from())
                : words.say("from-via", "maker", name(frame.maker()), "via", name(frame.from()));
        return new TableRow(
                FrameWords.key(frame.kind()),
                frame.number(),
                words.time(frame.sentMicros()),
                frame.to().isEmpty() && frame.overheardBy().isEmpty() ? "" : words.time(frame.arrivedMicros()),
                from,
                to(frame),
                words.kind(frame.kind()),
                words.what(frame));
    }

    private String to(RecordedFrame frame) {
        List<String> to = new ArrayList<>(frame.to().stream().map(this::name).toList());
        frame.overheardBy().forEach(one -> to.add(words.say("overheard-by", "name", name(one))));
        return to.isEmpty() ? words.say("to-nobody") : String.join(", ", to);
    }
}
