package org.quintain.app.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.quintain.app.files.WholeFiles;
import org.quintain.app.handin.HandIns;
import org.quintain.app.issue.CourseFolder;
import org.quintain.core.Bytes;
import org.quintain.core.Message;
import org.quintain.core.grade.Entry;
import org.quintain.core.wire.Limits;

/** A folder of JSON hand-ins. */
record FolderHandIns(ClassGrading.Job job, List<Path> leftOut) implements HandIns {
    @Override
    public void walk(HandIns.Visitor to) throws IOException {
        HandInFolder.walk(job.handIns(), CourseFolder.names(job.course()), leftOut, new HandInFolder.Visitor() {
            @Override
            public void handIn(Path file, String origin, Optional<String> learner) throws IOException {
                int limit = Limits.SUBMISSION.sizeBytes();
                Optional<Bytes> read;
                try {
                    read = WholeFiles.read(file, limit);
                } catch (IOException notReadable) {
                    unreadable(origin, learner);
                    return;
                }
                if (read.isEmpty()) {
                    Message why = Message.of("json-too-large", "limit", limit, "found", Files.size(file));
                    to.refused(origin, learner, why, Optional.empty());
                    return;
                }
                Entry entry = Entry.of(origin, read.get());
                to.handIn(learner.map(entry::from).orElse(entry));
            }

            @Override
            public void unreadable(String origin, Optional<String> learner) throws IOException {
                to.refused(origin, learner, Message.of("unreadable"), Optional.empty());
            }

            @Override
            public void skipped(String origin, HandInFolder.Why why) {
                to.skipped(origin, HandIns.Why.valueOf(why.name()));
            }
        });
    }
}
