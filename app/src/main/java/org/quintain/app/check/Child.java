package org.quintain.app.check;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One child process and the watch on it. */
final class Child implements AutoCloseable {
    private static final long START_UP_SECONDS = 60;

    private final Process process;
    private final DataOutputStream to;
    private final DataInputStream from;
    private final Thread watchdog;

    /** When the watchdog stops the process, as {@link System#nanoTime}; {@link Long#MAX_VALUE} while nothing is awaited. */
    private volatile long deadline = Long.MAX_VALUE;

    private volatile boolean isStopped;

    private Child(Process process) {
        this.process = process;
        this.to = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
        this.from = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
        this.watchdog = new Thread(this::watch, "quintain-watchdog");
        this.watchdog.setDaemon(true);
        this.watchdog.start();
    }

    /**
     * Starts a process and waits until it is ready.
     *
     * @param command Java and its arguments
     * @param opening what it must know
     * @return the process
     * @throws IOException if it does not become ready
     */
    static Child start(List<String> command, Wire.Opening opening) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        // These would make the machine print to the pipe, or add options that are not ours.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        Child child = new Child(builder.start());
        try {
            child.awaitFor(TimeUnit.SECONDS.toNanos(START_UP_SECONDS));
            Wire.write(opening, child.to);
            if (child.from.readInt() != Wire.READY) {
                throw new IOException("another program answers");
            }
            child.awaitNothing();
            return child;
        } catch (IOException notReady) {
            child.close();
            throw new IOException("the checking process did not start", notReady);
        }
    }

    void send(List<org.quintain.core.grade.Entry> entries) throws IOException {
        Wire.write(entries, to);
    }

    /** The next row's text; fails if the process ends, by itself or because the time is over. */
    String readRow(long limitNanos) throws IOException {
        awaitFor(limitNanos);
        try {
            return Wire.text(from);
        } finally {
            awaitNothing();
        }
    }

    /** Whether the watchdog ended the process. */
    boolean isStopped() {
        return isStopped;
    }

    private void awaitFor(long nanos) {
        deadline = System.nanoTime() + nanos;
    }

    private void awaitNothing() {
        deadline = Long.MAX_VALUE;
    }

    private void watch() {
        while (process.isAlive()) {
            long until = deadline;
            if (until != Long.MAX_VALUE && System.nanoTime() - until > 0) {
                isStopped = true;
                process.destroyForcibly();
                return;
            }
            try {
                if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException closing) {
                return;
            }
        }
    }

    @Override
    public void close() {
        watchdog.interrupt();
        try {
            to.close();
        } catch (IOException gone) {
            // It is to end anyway.
        }
        process.destroyForcibly();
        try {
            from.close();
        } catch (IOException gone) {
            // It is to end anyway.
        }
    }
}
