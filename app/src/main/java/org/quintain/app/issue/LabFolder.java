package org.quintain.app.issue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.quintain.app.files.WholeFiles;
import org.quintain.app.handin.AnswerSheet;
import org.quintain.core.Attachment;
import org.quintain.core.Bytes;
import org.quintain.core.Lab;
import org.quintain.core.Message;
import org.quintain.core.Params;
import org.quintain.core.RefusedException;
import org.quintain.core.Seat;
import org.quintain.core.grade.Learner;
import org.quintain.core.serve.Handout;
import org.quintain.core.serve.Issuer;
import org.quintain.core.text.Brief;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.Limits;

/**
 * A learner's folder for a lab, and what belongs into it.
 *
 * @param folder where it is
 * @param issuer with the course's key
 * @param lab the lab
 * @param seat whose
 * @param params of the plan
 * @param learner the same, with a name for people
 * @param brief in the learner's language
 */
record LabFolder(Path folder, Issuer issuer, Lab<?, ?> lab, Seat seat, Params params, Learner learner, Brief brief) {
    private static final String HANDOUT = "handout.json";
    private static final String SUBMISSION = "submission.json";
    private static final Set<String> OWN_FILES = Set.of(
            HANDOUT,
            SUBMISSION,
            "brief.en.md",
            "brief.fr.md",
            "brief.html",
            "consigne.html",
            "answer.txt",
            "reponse.txt");

    /**
     * Looks whether what is there is of the same instance.
     *
     * @throws RefusedException {@code issue-conflict} if it is not
     * @throws IOException if it cannot be read
     */
    void check() throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Handout handout = issuer.handout(seat, lab, params);
        Path file = folder.resolve(HANDOUT);
        if (Files.exists(file) && !isSameInstance(file, handout)) {
            throw conflict(file);
        }
        for (Attachment attachment : handout.files()) {
            Path copy = folder.resolve(fileName(attachment.name()));
            if (Files.exists(copy)
                    && !WholeFiles.read(copy, attachment.content().sizeBytes())
                            .equals(Optional.of(attachment.content()))) {
                throw conflict(copy);
            }
        }
    }

    private static boolean isSameInstance(Path file, Handout handout) throws IOException {
        Bytes json = WholeFiles.read(file, Limits.OWN_FILE.sizeBytes()).orElse(Bytes.utf8(""));
        try {
            Handout there = Handout.read(json);
            return there.heading().equals(handout.heading())
                    && Json.canonical(there.content()).equals(Json.canonical(handout.content()));
        } catch (RefusedException notAHandout) {
            return false;
        }
    }

    /**
     * Writes what is missing; whatever is there stays as it is.
     *
     * @return whether the folder is new
     * @throws IOException if it cannot be written
     */
    boolean write() throws IOException {
        boolean isThere = Files.exists(folder.resolve(HANDOUT));
        Files.createDirectories(folder);
        Handout handout = issuer.handout(seat, lab, params);
        for (Attachment attachment : handout.files()) {
            write(fileName(attachment.name()), () -> attachment.content().toArray());
        }
        writeNew("brief." + brief.language().tag() + ".md", () -> BriefPage.of(brief, handout));
        writeNew(LearnerPage.fileName(brief.language()), () -> LearnerPage.of(lab, brief, handout, learner));
        writeNew(
                AnswerSheet.fileName(brief.language()),
                () -> AnswerSheet.template(handout, brief, lab.card().levels().get(0)));
        writeNew(SUBMISSION, handout::submissionTemplate);
        // Last, so that a handout stands for a folder that is complete.
        writeNew(HANDOUT, () -> handout.toJson(brief));
        return !isThere;
    }

    /** The name of a handout's file in the folder. */
    static String fileName(String attachmentName) {
        String name = FolderNames.safe(attachmentName);
        return OWN_FILES.contains(name.toLowerCase(Locale.ROOT)) ? "_" + name : name;
    }

    private void writeNew(String name, Supplier<String> text) throws IOException {
        write(name, () -> text.get().getBytes(StandardCharsets.UTF_8));
    }

    private void write(String name, Supplier<byte[]> content) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            WholeFiles.write(file, content.get());
        }
    }

    private static RefusedException conflict(Path file) {
        return new RefusedException(Message.of("issue-conflict", "file", file));
    }
}
