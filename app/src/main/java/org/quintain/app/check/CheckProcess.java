package org.quintain.app.check;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import org.quintain.core.Catalog;
import org.quintain.core.grade.Course;
import org.quintain.core.grade.Entry;
import org.quintain.core.grade.Grader;
import org.quintain.core.grade.RowJson;

/**
 * The child process: judges what the parent sends, until the parent closes the pipe. The course key comes through the pipe,
 * never through arguments or the environment, which other users of a machine can read.
 */
public final class CheckProcess {
    private CheckProcess() {}

    /**
     * Judges from standard input to standard output.
     *
     * @param args none
     * @throws IOException if the parent is gone
     */
    public static void main(String[] args) throws IOException {
        InputStream in = new FileInputStream(FileDescriptor.in);
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        // What a checker prints must neither reach the parent as a row nor anybody else.
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, "UTF-8");
        System.setOut(nowhere);
        System.setErr(nowhere);
        System.setIn(InputStream.nullInputStream());
        // A checker that loops would outlive a parent that was killed.
        ProcessHandle.current()
                .parent()
                .ifPresent(parent ->
                        parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
        serve(in, out, Catalog.installed());
    }

    static void serve(InputStream in, OutputStream out, Catalog labs) throws IOException {
        DataInputStream from = new DataInputStream(new BufferedInputStream(in, 1 << 16));
        DataOutputStream to = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
        Wire.Opening opening = Wire.readOpening(from);
        Grader grader = Grader.open(opening.courseKey(), labs, Course.read(opening.plan()));
        opening.judged().forEach(grader::remember);
        to.writeInt(Wire.READY);
        to.flush();
        try {
            while (true) {
                judge(Wire.readEntries(from), grader, labs, to);
            }
        } catch (java.io.EOFException parentIsDone) {
            to.flush();
        }
    }

    private static void judge(List<Entry> entries, Grader grader, Catalog labs, DataOutputStream to)
            throws IOException {
        for (Entry entry : entries) {
            Wire.text(RowJson.write(grader.grade(entry), labs), to);
            // Each row at once: if the next checker ends the process, this one is not lost.
            to.flush();
        }
    }
}
