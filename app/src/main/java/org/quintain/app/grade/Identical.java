package org.quintain.app.grade;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.quintain.core.Catalog;
import org.quintain.core.Criterion;
import org.quintain.core.Lab;
import org.quintain.core.Mark;
import org.quintain.core.Seat;
import org.quintain.core.Verdict;
import org.quintain.core.grade.Row;
import org.quintain.core.grade.RowJson;

/**
 * Looks through finished rows for equal answers of different learners.
 *
 * <p>An answer counts if it earned, for at least one of them, points for a criterion whose answer space is at least
 * 2<sup>{@value org.quintain.core.grade.Row#DIGEST_BITS}</sup>: it solves that learner's own instance, so it is neither a
 * slip that many make nor found by chance on another instance.
 *
 * <p>The rows are read two times for each {@value #PER_PASS} rows with a digest, and no row is kept: memory is bounded whatever the class.
 */
final class Identical {
    /** The most answers that are listed. */
    static final int MAX_LISTED = 500;

    private static final int PER_PASS = 1 << 20;
    private static final String FIELD = "\"answerDigest\":\"";
    private static final int DIGEST_CHARS = 32;

    private final Path rows;
    private final Catalog labs;
    private final int perPass;

    private Identical(Path rows, Catalog labs, int perPass) {
        this.rows = rows;
        this.labs = labs;
        this.perPass = perPass;
    }

    /**
     * Looks through a file of rows.
     *
     * @param rows one {@code lab-row/1} a line
     * @param labs the labs
     * @return what is identical, in the order of the first hand-in of each; at most {@value #MAX_LISTED}
     * @throws IOException if the file cannot be read
     */
    static List<Suspicion> find(Path rows, Catalog labs) throws IOException {
        return find(rows, labs, PER_PASS);
    }

    static List<Suspicion> find(Path rows, Catalog labs, int perPass) throws IOException {
        return new Identical(rows, labs, perPass).find();
    }

    private List<Suspicion> find() throws IOException {
        long[] count = new long[1];
        eachDigest((digest, line, number) -> count[0]++);
        int passes = (int) (count[0] / perPass) + 1;
        Map<Long, Suspicion> byFirstLine = new java.util.TreeMap<>();
        for (int pass = 0; pass < passes; pass++) {
            pass(pass, passes, byFirstLine);
        }
        return byFirstLine.values().stream().limit(MAX_LISTED).toList();
    }

    private interface Line {
        void line(String digest, String line, long number) throws IOException;
    }

    private void eachDigest(Line to) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(rows, StandardCharsets.UTF_8)) {
            long number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                // Inside a text the quotation marks would be escaped, so this is the field.
                int at = line.lastIndexOf(FIELD);
                if (at >= 0 && line.length() >= at + FIELD.length() + DIGEST_CHARS) {
                    int from = at + FIELD.length();
                    to.line(line.substring(from, from + DIGEST_CHARS), line, number);
                }
            }
        }
    }

    /** Answers whose digest falls into one part of all; first which may be shared, then by whom they are. */
    private void pass(int pass, int passes, Map<Long, Suspicion> found) throws IOException {
        long[] marks = new long[1024];
        int[] size = new int[1];
        long[][] grown = {marks};
        eachDigest((digest, line, number) -> {
            if (isOf(digest, pass, passes)) {
                if (size[0] == grown[0].length) {
                    grown[0] = Arrays.copyOf(grown[0], 2 * size[0]);
                }
                grown[0][size[0]++] = mark(digest, line);
            }
        });
        long[] shared = shared(Arrays.copyOf(grown[0], size[0]));
        if (shared.length == 0) {
            return;
        }
        Map<String, Group> groups = new LinkedHashMap<>();
        eachDigest((digest, line, number) -> {
            if (isOf(digest, pass, passes) && Arrays.binarySearch(shared, prefix(digest)) >= 0) {
                groups.computeIfAbsent(digest, one -> new Group(number)).add(RowJson.read(line));
            }
        });
        groups.values().stream()
                .filter(Group::isSuspicious)
                .forEach(group -> found.put(group.firstLine, group.toSuspicion()));
    }

    private static boolean isOf(String digest, int pass, int passes) {
        return Integer.parseUnsignedInt(digest, 24, 31, 16) % passes == pass;
    }

    private static long prefix(String digest) {
        return Long.parseUnsignedLong(digest, 0, 10, 16);
    }

    /** 40 bits of the digest, then 24 that differ for different learners. */
    private static long mark(String digest, String line) {
        int from = line.indexOf("\"learner\":");
        int to = line.indexOf(",\"issue\":", from);
        int learner = from < 0 || to < 0 ? 0 : line.substring(from, to).hashCode();
        return prefix(digest) << 24 | (learner ^ learner >>> 8) & 0xffffff;
    }

    /** Prefixes that occur with two different learners, sorted. */
    private static long[] shared(long[] marks) {
        Arrays.sort(marks);
        long[] shared = new long[marks.length];
        int size = 0;
        for (int i = 1; i < marks.length; i++) {
            long prefix = marks[i] >>> 24;
            boolean isSame = prefix == marks[i - 1] >>> 24 && marks[i] != marks[i - 1];
            if (isSame && (size == 0 || shared[size - 1] != prefix)) {
                shared[size++] = prefix;
            }
        }
        long[] sorted = Arrays.copyOf(shared, size);
        Arrays.sort(sorted);
        return sorted;
    }

    /** The hand-ins of one answer. */
    private final class Group {
        private final long firstLine;
        private final List<Suspicion.Holder> holders = new ArrayList<>();
        private final TreeSet<String> learners = new TreeSet<>();
        private String labId = "";
        private int issue;
        private int more;
        private boolean isSolved;

        Group(long firstLine) {
            this.firstLine = firstLine;
        }

        void add(Row row) {
            if (row.seat().isEmpty() || row.lab().isEmpty() || !(row.outcome() instanceof Verdict verdict)) {
                return;
            }
            Seat seat = row.seat().get();
            labId = row.lab().get();
            issue = seat.issue();
            boolean isSolution = isSolution(verdict, labId);
            isSolved |= isSolution;
            boolean isNew = learners.size() <= Suspicion.MAX_HOLDERS && learners.add(seat.learner());
            if (isNew && holders.size() < Suspicion.MAX_HOLDERS) {
                holders.add(new Suspicion.Holder(seat, row.origin(), isSolution));
            } else if (isSolution && holders.stream().noneMatch(Suspicion.Holder::isSolution)) {
                holders.set(holders.size() - 1, new Suspicion.Holder(seat, row.origin(), true));
                more++;
            } else {
                more++;
            }
        }

        boolean isSuspicious() {
            return isSolved && learners.size() > 1;
        }

        Suspicion toSuspicion() {
            return new Suspicion(labId, issue, holders, more);
        }
    }

    private boolean isSolution(Verdict verdict, String labId) {
        Lab<?, ?> lab = labs.find(labId).orElse(null);
        if (lab == null) {
            return false;
        }
        for (Mark mark : verdict.marks()) {
            Criterion criterion = lab.card().criterion(mark.criterion());
            if (mark.earned() > 0 && criterion.answerSpaceBits() >= Row.DIGEST_BITS) {
                return true;
            }
        }
        return false;
    }
}
