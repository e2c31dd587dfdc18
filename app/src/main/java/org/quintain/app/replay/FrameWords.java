package org.quintain.app.replay;

import org.quintain.core.Language;
import org.quintain.core.text.Clean;
import org.quintain.core.text.Texts;
import org.quintain.net.sim.recording.FrameKind;
import org.quintain.net.sim.recording.FrameSummary;
import org.quintain.net.sim.recording.RecordedFrame;

/** The words of a replay in one language. */
final class FrameWords {
    private static final int LINE_CODE_POINTS = 200;
    private static final long MICROS = 1_000_000;

    private final Texts texts;
    private final Language language;

    FrameWords(Language language) {
        this.language = language;
        this.texts = Texts.load(FrameWords.class, "replay." + language.tag() + ".properties");
    }

    Language language() {
        return language;
    }

    String say(String key, Object... namesAndValues) {
        return texts.say(key, namesAndValues);
    }

    /** A lifeline's name; the learner's is called so, unless that is its name already. */
    String learnerName(String name) {
        return name.equals(say("learner")) ? name : say("learner-name", "name", name);
    }

    /** A text that a learner may have written, fit to be shown; the template escapes it. */
    static String clean(String text) {
        return Clean.line(text, LINE_CODE_POINTS);
    }

    /** What a frame says, in one line. */
    String what(RecordedFrame frame) {
        FrameSummary summary = FrameSummary.of(frame.frame().toArray());
        String what = clean(texts.say(summary.what()));
        if (summary.vlan() > 0) {
            what = say("what-vlan", "vlan", summary.vlan(), "what", what);
        }
        if (!summary.isChecksumRight()) {
            what = say("what-checksum", "what", what);
        }
        if (frame.copies() > 1) {
            what = say("what-copies", "what", what, "count", frame.copies());
        }
        return frame.isLost() ? say("what-lost", "what", what) : what;
    }

    /** What stands at an arrow: a frame of the learner's is marked by a sign and, if it is forged, by the word. */
    String label(RecordedFrame frame) {
        return frame.kind() == FrameKind.GENUINE ? what(frame) : say("label-" + key(frame.kind()), "what", what(frame));
    }

    /** The kind with its sign. */
    String kind(FrameKind kind) {
        return say("kind-" + key(kind));
    }

    /** What stands at a frame in a capture; nothing at a genuine one. */
    String comment(RecordedFrame frame) {
        return frame.kind() == FrameKind.GENUINE ? "" : say("comment-" + key(frame.kind()));
    }

    static String key(FrameKind kind) {
        return switch (kind) {
            case GENUINE -> "genuine";
            case OWN -> "own";
            case PASSED_ON -> "passed-on";
            case FORGED -> "forged";
        };
    }

    /** Seconds with six places. */
    String time(long micros) {
        String fraction = Long.toString(MICROS + micros % MICROS).substring(1);
        return micros / MICROS + (language == Language.FR ? "," : ".") + fraction;
    }
}
