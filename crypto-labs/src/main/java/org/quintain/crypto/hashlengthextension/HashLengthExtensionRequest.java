package org.quintain.crypto.hashlengthextension;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.quintain.core.Message;
import org.quintain.core.RefusedException;
import org.quintain.core.derive.Draw;

/**
 * A request of a visitor, and the two ways in which requests are read: the desk reads strictly, the machine does not.
 *
 * @param uid the visitor's number, 1000 to 9999
 * @param commands what to do, in this order
 */
record HashLengthExtensionRequest(int uid, List<String> commands) {
    /** The command that no visitor may give. */
    static final String OPEN_DOME = "open-dome";

    /** What visitors may ask for. */
    static final List<String> VISITORS =
            List.of("log", "clock", "weather", "star-map", "list-doors", "moon-phase", "next-comet", "visitor-count");

    private static final int MOST_FIRST_COMMANDS = 6;
    private static final Pattern FORM = Pattern.compile("uid=[0-9]{4}(&do=[a-z-]{1,20}){1,8}");

    /**
     * The request that a visitor has from the start: one to six different commands, each number equally likely.
     *
     * @param visitor gives the number
     * @param choice gives the commands
     * @return a request of 15 to 90 bytes
     */
    static HashLengthExtensionRequest drawn(Draw visitor, Draw choice) {
        int count = 1 + choice.below(MOST_FIRST_COMMANDS);
        return new HashLengthExtensionRequest(
                1000 + visitor.below(9000), choice.shuffle(VISITORS).subList(0, count));
    }

    /**
     * The request as it travels.
     *
     * @return for example {@code uid=1027&do=list-doors&do=log}
     */
    String text() {
        return "uid=" + uid + "&do=" + String.join("&do=", commands);
    }

    /**
     * How the desk reads: nothing but the form above passes.
     *
     * @param request what is to be signed
     * @param uid the visitor's number
     * @throws RefusedException {@code sign-form}, {@code sign-uid} or {@code sign-command}
     */
    static void requireVisitors(byte[] request, int uid) {
        String text = new String(request, StandardCharsets.ISO_8859_1);
        if (!FORM.matcher(text).matches()) {
            throw new RefusedException(Message.of("sign-form", "found", request.length));
        }
        if (!text.startsWith("uid=" + uid + "&")) {
            throw new RefusedException(Message.of("sign-uid"));
        }
        for (String field : text.split("&")) {
            if (field.startsWith("do=") && !VISITORS.contains(field.substring(3))) {
                throw new RefusedException(Message.of("sign-command"));
            }
        }
    }

    /**
     * How the machine reads: it splits at {@code &}, byte by byte, and passes over what it does not know.
     *
     * @param request any bytes
     * @return the commands that it knows, in their order
     */
    static List<String> known(byte[] request) {
        List<String> known = new ArrayList<>();
        // In ISO 8859-1 every byte is a character, so no byte of the padding can spoil its neighbours.
        for (String field : new String(request, StandardCharsets.ISO_8859_1).split("&")) {
            String command = field.startsWith("do=") ? field.substring(3) : "";
            if (command.equals(OPEN_DOME) || VISITORS.contains(command)) {
                known.add(command);
            }
        }
        return known;
    }
}
