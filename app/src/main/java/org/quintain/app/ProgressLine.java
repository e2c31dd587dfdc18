package org.quintain.app;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.quintain.app.grade.ClassGrading;
import org.quintain.core.text.Texts;

/**
 * How far a grading is: on a terminal a bar that is drawn again in place, otherwise a plain line from time to time, which a
 * screen reader or a log takes.
 */
final class ProgressLine implements ClassGrading.Progress {
    private static final int BAR_CHARS = 24;
    private static final long REDRAW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LINE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final PrintStream to;
    private final Texts texts;
    private final boolean isTerminal;
    private final long interval;
    private final LongSupplier nanos;
    private long last;
    private long done;
    private long all;
    private int width;

    ProgressLine(PrintStream to, Texts texts, boolean isTerminal) {
        this(to, texts, isTerminal, System::nanoTime);
    }

    ProgressLine(PrintStream to, Texts texts, boolean isTerminal, LongSupplier nanos) {
        this.nanos = nanos;
        this.last = nanos.getAsLong();
        this.to = to;
        this.texts = texts;
        this.isTerminal = isTerminal;
        this.interval = isTerminal ? REDRAW_NANOS : LINE_NANOS;
    }

    @Override
    public void at(long itsDone, long itsAll) {
        done = itsDone;
        all = itsAll;
    }

    @Override
    public void graded(int rows) {
        long now = nanos.getAsLong();
        if (now - last < interval) {
            return;
        }
        last = now;
        int percent = all <= 0 ? 0 : (int) (100 * Math.min(done, all) / all);
        String words = texts.say("grade-progress", "rows", rows, "percent", percent);
        if (!isTerminal) {
            to.println(words);
            return;
        }
        int full = BAR_CHARS * percent / 100;
        String line = "[" + "#".repeat(full) + ".".repeat(BAR_CHARS - full) + "] " + words;
        to.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
        to.flush();
        width = line.length();
    }

    /** Takes the bar away, so that what follows stands on a clean line. */
    void end() {
        if (isTerminal && width > 0) {
            to.print("\r" + " ".repeat(width) + "\r");
            to.flush();
        }
    }
}
