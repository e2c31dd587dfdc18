package org.quintain.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.quintain.app.files.LineReader;
import org.quintain.core.Lab;
import org.quintain.core.Message;
import org.quintain.core.serve.OutcomeJson;
import org.quintain.core.serve.Session;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.Limits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Serves a lab's targets to a program: one JSON object a line on standard input, one a line on standard output. */
@Command(name = "serve-target")
final class ServeTargetCommand extends QuintainCommand {
    @Parameters(paramLabel = "${bundle:label-lab}", descriptionKey = "argument-lab")
    private String labId;

    @Mixin
    private SeatOptions seat;

    @Mixin
    private ParamOptions params;

    @Override
    public int run() throws IOException {
        Lab<?, ?> lab = lab(labId);
        try (SeatOptions.Served served = seat.open(labs(), labId, params.values(lab.card()), null)) {
            err().println(text(
                    "serving", "lab", labId, "issue", served.session().issueId()));
            serve(served.session());
        }
        return Exit.OK;
    }

    private void serve(Session<?, ?> session) throws IOException {
        LineReader lines = new LineReader(in(), Limits.SUBMISSION.sizeBytes());
        for (Optional<LineReader.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (line.get().length() > 0) {
                out().print(reply(session, line.get()) + "\n");
                out().flush();
            }
            if (out().checkError()) {
                return;
            }
        }
    }

    /** The session's reply; a line that is too long or no UTF-8 never reaches the session, nor its record. */
    private static String reply(Session<?, ?> session, LineReader.Line line) {
        if (line.isTooLong()) {
            return refusal(
                    Message.of("json-too-large", "found", line.length(), "limit", Limits.SUBMISSION.sizeBytes()));
        }
        try {
            return session.call(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.bytes()))
                    .toString());
        } catch (CharacterCodingException noUtf8) {
            return refusal(Message.of("json-encoding"));
        }
    }

    private static String refusal(Message why) {
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("id", Json.NULL);
        reply.put("error", "bad-call");
        reply.put("message", OutcomeJson.message(why));
        return Json.write(reply);
    }
}
