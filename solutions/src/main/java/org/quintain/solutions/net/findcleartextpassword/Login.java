package org.quintain.solutions.net.findcleartextpassword;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quintain.solutions.net.findcleartextpassword.Talk.Turn;

/**
 * A name and a password that somebody has sent in plain text.
 *
 * @param user the name
 * @param password as it is typed
 * @param carried as it travels: the same, or base64 of {@code user:password}
 * @param packets numbers of the packets that carry it, one for each character of {@code carried}
 * @param isAccepted whether the server said yes
 * @param replyPacket number of the packet in which the server's answer begins
 */
record Login(String user, String password, String carried, List<Integer> packets, boolean isAccepted, int replyPacket) {
    /** FTP and POP3 (RFC 959 section 4.1.1, RFC 1939 section 7). */
    private static final Pattern USER = Pattern.compile("USER (\\S+)\r\n");

    private static final Pattern PASS = Pattern.compile("PASS (\\S+)\r\n");
    /** RFC 7617 section 2. */
    private static final Pattern BASIC = Pattern.compile("Authorization: Basic (\\S+)\r\n");
    /** What is typed behind a prompt. */
    private static final Pattern LINE = Pattern.compile("(\\S+)\r\n");

    private static final Pattern YES = Pattern.compile("(230|\\+OK|Welcome|HTTP/1.1 200).*", Pattern.DOTALL);

    /** The number of the packet that carries the password's last character. */
    int lastPacket() {
        return packets.get(packets.size() - 1);
    }

    /** All logins of a talk, those that failed included. */
    static List<Login> in(Talk talk) {
        List<Login> found = new ArrayList<>();
        String user = "";
        List<Turn> turns = talk.turns();
        for (int i = 0; i + 1 < turns.size(); i++) {
            if (!turns.get(i).isClient()) {
                continue;
            }
            String asked = i == 0 ? "" : turns.get(i - 1).text().toString();
            Matcher name = (asked.endsWith("login: ") ? LINE : USER)
                    .matcher(turns.get(i).text());
            user = name.matches() ? name.group(1) : user;
            Matcher secret = (asked.endsWith("password: ") ? LINE : PASS)
                    .matcher(turns.get(i).text());
            Matcher basic = BASIC.matcher(turns.get(i).text());
            if (basic.find()) {
                byte[] pair = Base64.getDecoder().decode(basic.group(1));
                String[] parts = new String(pair, StandardCharsets.ISO_8859_1).split(":", 2);
                found.add(of(parts[0], parts[1], basic, turns.get(i), turns.get(i + 1)));
            } else if (secret.matches()) {
                found.add(of(user, secret.group(1), secret, turns.get(i), turns.get(i + 1)));
            }
        }
        return found;
    }

    private static Login of(String user, String password, Matcher carried, Turn said, Turn answer) {
        return new Login(
                user,
                password,
                carried.group(1),
                List.copyOf(said.packets().subList(carried.start(1), carried.end(1))),
                YES.matcher(answer.text()).matches(),
                answer.packets().get(0));
    }
}
