package org.quintain.app.check;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.quintain.core.Bytes;
import org.quintain.core.Catalog;
import org.quintain.core.Lab;
import org.quintain.core.Params;
import org.quintain.core.Seat;
import org.quintain.core.derive.CourseKey;
import org.quintain.core.grade.Assignment;
import org.quintain.core.grade.Course;
import org.quintain.core.grade.Entry;
import org.quintain.core.serve.Handout;
import org.quintain.core.serve.Issuer;

/** A course with the evil lab, and child processes that find it. */
public final class EvilCourse {
    public static final Bytes KEY = Bytes.utf8("a course key for tests, 32 bytes+");
    public static final Lab<EvilLab.Challenge, EvilLab.Answer> LAB = new EvilLab();
    public static final Catalog LABS = Catalog.of(List.of(LAB));
    public static final Course COURSE = new Course(
            "uni-a",
            "evil-101",
            CourseKey.of(KEY).keyId(),
            List.of(Assignment.of("test.evil", 1, Map.of())),
            List.of());

    private EvilCourse() {}

    public static WatchedChecks.Settings settings(Path folder, Duration limit, int processes) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve("org.quintain.core.Catalog"), EvilLab.Labs.class.getName() + "\n");
        String classPath = folder + File.pathSeparator + System.getProperty("java.class.path");
        return new WatchedChecks.Settings(WatchedChecks.Settings.command(classPath), limit, processes);
    }

    public static Handout handout(String learner) {
        try (Issuer issuer = Issuer.open(KEY, LABS)) {
            return issuer.handout(new Seat("uni-a", "evil-101", learner, 1), LAB, Params.none());
        }
    }

    /** A hand-in of a learner that does a deed; {@code good} is the right answer. */
    public static String handIn(String learner, String deed) {
        Handout handout = handout(learner);
        String word = deed.equals("good")
                ? handout.challenge(EvilLab.Challenge.class).serial().toHex()
                : deed;
        return handout.submission(new EvilLab.Answer(word));
    }

    public static Entry entry(String learner, String deed) {
        return Entry.of(learner + "/" + deed, Bytes.utf8(handIn(learner, deed)));
    }
}
