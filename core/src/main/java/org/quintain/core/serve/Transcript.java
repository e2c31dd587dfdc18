package org.quintain.core.serve;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quintain.core.Bytes;
import org.quintain.core.Message;
import org.quintain.core.RefusedException;
import org.quintain.core.Stable;
import org.quintain.core.derive.SeatKey;
import org.quintain.core.wire.Json;
import org.quintain.core.wire.Limits;

/**
 * The evidence of a served session: each call with its reply, sealed line by line under the seat's key.
 *
 * <p>Line n is {@code {"n": n, "call": …, "reply": …, "seal": s(n)}} with {@code s(n)} the first 16 bytes of
 * HMAC-SHA256(evidence key, s(n-1) || L(call) || L(reply)) and {@code s(0)} the first 16 bytes of the HMAC of the issue
 * id. Lines can be neither changed, dropped nor put in another order; only the end can be missing, as after a power cut.
 *
 * @param lines as a {@link TranscriptStore} keeps them
 */
@Stable
public record Transcript(List<String> lines) {
    /** Copies the lines. */
    public Transcript {
        lines = List.copyOf(lines);
    }

    /**
     * Reads an evidence file.
     *
     * @param file lines of UTF-8; a last line without its line feed is left out, since a power cut may have cut it
     * @return the transcript, not yet verified
     */
    public static Transcript of(Bytes file) {
        String text = file.toUtf8();
        int end = text.lastIndexOf('\n');
        return new Transcript(
                end < 0
                        ? List.of()
                        : text.substring(0, end)
                                .lines()
                                .filter(line -> !line.isBlank())
                                .toList());
    }

    /**
     * Writes an evidence file.
     *
     * @return the lines, each with a line feed, in UTF-8
     */
    public Bytes toBytes() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        return Bytes.utf8(text.toString());
    }

    /**
     * Verifies all seals and returns what happened.
     *
     * @param key the seat's key
     * @return the exchanges in order
     * @throws RefusedException {@code evidence-seal} if a line is no evidence of this seat, was changed, or is out of order
     */
    public List<Exchange> verify(SeatKey key) {
        Sealer sealer = new Sealer(key);
        List<Exchange> exchanges = new ArrayList<>(lines.size());
        for (String line : lines) {
            Exchange exchange = exchange(line, exchanges.size() + 1);
            if (!sealer.seal(exchange).equals(line)) {
                throw broken(exchanges.size() + 1);
            }
            exchanges.add(exchange);
        }
        return exchanges;
    }

    private static Exchange exchange(String line, int number) {
        try {
            Map<String, Object> fields = Json.parseObject(Bytes.utf8(line), Limits.OWN_FILE);
            if (fields.get("call") instanceof String call && fields.get("reply") instanceof String reply) {
                return new Exchange(call, reply);
            }
        } catch (RefusedException notJson) {
            throw broken(number);
        }
        throw broken(number);
    }

    private static RefusedException broken(int number) {
        return new RefusedException(Message.of("evidence-seal", "line", number));
    }

    /** Seals exchanges one after the other. */
    static final class Sealer {
        private final SeatKey key;
        private byte[] last;
        private long number;

        Sealer(SeatKey key) {
            this.key = key;
            this.last = Arrays.copyOf(key.seal(key.issueId().getBytes(StandardCharsets.UTF_8)), 16);
        }

        String seal(Exchange exchange) {
            byte[] call = exchange.call().getBytes(StandardCharsets.UTF_8);
            byte[] reply = exchange.reply().getBytes(StandardCharsets.UTF_8);
            ByteBuffer message = ByteBuffer.allocate(last.length + 8 + call.length + reply.length)
                    .put(last)
                    .putInt(call.length)
                    .put(call)
                    .putInt(reply.length)
                    .put(reply);
            last = Arrays.copyOf(key.seal(message.array()), 16);
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("n", ++number);
            line.put("call", exchange.call());
            line.put("reply", exchange.reply());
            line.put("seal", HexFormat.of().formatHex(last));
            return Json.write(line);
        }
    }
}
