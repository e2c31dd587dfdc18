package org.quintain.net.findcleartextpassword;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.quintain.core.derive.Draw;
import org.quintain.core.derive.Noise;
import org.quintain.net.findcleartextpassword.Plan.Visit;
import org.quintain.net.sim.tcp.LineScript;
import org.quintain.net.sim.tcp.LineService;
import org.quintain.net.sim.tcp.Typist.Turn;

/** How a login goes in each protocol: what the machine says, and what the user's program sends. */
enum Protocol {
    /** RFC 959 section 4.1.1; in TLS from the start at port 990. */
    FTP(21, 990) {
        @Override
        LineService service(Visit visit) {
            return LineScript.greeting("220 " + visit.club().machine() + "\r\n", "user")
                    .on("user", "USER " + visit.user(), "331 Password?\r\n", "password")
                    .on("password", "PASS " + visit.password(), "230 Welcome\r\n", "in")
                    .on("password", LineScript.ANY, "530 Wrong password\r\n", "user")
                    .on("in", "QUIT", "221 Bye\r\n", LineScript.END)
                    .start();
        }

        @Override
        List<Turn> turns(Visit visit, Noise pace) {
            return commands(visit, pace, "220", "331", "530", "230", "221");
        }
    },
    /** RFC 1939 section 7; in TLS from the start at port 995 (RFC 8314 section 3). */
    POP3(110, 995) {
        @Override
        LineService service(Visit visit) {
            return LineScript.greeting("+OK " + visit.club().machine() + "\r\n", "user")
                    .on("user", "USER " + visit.user(), "+OK Password?\r\n", "password")
                    .on("password", "PASS " + visit.password(), "+OK 3 letters\r\n", "in")
                    .on("password", LineScript.ANY, "-ERR Wrong password\r\n", "user")
                    .on("in", "QUIT", "+OK Bye\r\n", LineScript.END)
                    .start();
        }

        @Override
        List<Turn> turns(Visit visit, Noise pace) {
            return commands(visit, pace, "+OK", "+OK", "-ERR", "+OK", "+OK");
        }
    },
    /** RFC 854: a packet for each key of the password; in TLS at port 992. Lines of a Telnet without remote echo. */
    TELNET(23, 992) {
        @Override
        LineService service(Visit visit) {
            return LineScript.greeting("login: ", "user")
                    .on("user", visit.user(), "password: ", "password")
                    .on("password", visit.password(), "Welcome\r\n> ", "in")
                    .otherwise("login incorrect\r\n")
                    .start();
        }

        @Override
        List<Turn> turns(Visit visit, Noise pace) {
            List<Turn> turns = new ArrayList<>();
            turns.add(new Turn("login: ", think(pace), visit.user() + "\r\n"));
            String waitFor = "password: ";
            for (String key : (visit.password() + "\n").split("")) {
                long micros = waitFor.isEmpty() ? 150_000 + pace.below(350_000) : think(pace);
                turns.add(new Turn(waitFor, micros, key.equals("\n") ? "\r\n" : key));
                waitFor = "";
            }
            turns.add(new Turn("> ", think(pace), ""));
            return turns;
        }
    },
    /** RFC 7617: user and password in base64, in a header; in TLS at port 443. */
    HTTP(80, 443) {
        @Override
        LineService service(Visit visit) {
            return new WebPage(visit.club().machine(), carried(visit));
        }

        @Override
        List<Turn> turns(Visit visit, Noise pace) {
            String request = "GET / HTTP/1.1\r\nHost: " + visit.club().machine() + "\r\n";
            String login = request + "Authorization: Basic " + carried(visit) + "\r\n\r\n";
            return List.of(
                    new Turn("", think(pace), request + "\r\n"),
                    new Turn(" 401 ", think(pace), login),
                    new Turn(" 200 ", think(pace), ""));
        }

        @Override
        String carried(Visit visit) {
            byte[] pair = (visit.user() + ":" + visit.password()).getBytes(StandardCharsets.US_ASCII);
            return Base64.getEncoder().encodeToString(pair);
        }
    };

    /** Those that show a password as it is. */
    static final List<Protocol> READABLE = List.of(FTP, POP3, TELNET);

    private final int plainPort;
    private final int sealedPort;

    Protocol(int plainPort, int sealedPort) {
        this.plainPort = plainPort;
        this.sealedPort = sealedPort;
    }

    /** The protocol of the login that is looked for. */
    static Protocol wanted(String parameter, Draw draw) {
        return switch (parameter) {
            case "ftp" -> FTP;
            case "pop3" -> POP3;
            case "telnet" -> TELNET;
            case "http" -> HTTP;
            default -> draw.pick(READABLE);
        };
    }

    /** What the machine says in a conversation. */
    abstract LineService service(Visit visit);

    /** What the user's program sends, and when. */
    abstract List<Turn> turns(Visit visit, Noise pace);

    /** The form in which the password travels; its end is the password's end. */
    String carried(Visit visit) {
        return visit.password();
    }

    int port(boolean isSealed) {
        return isSealed ? sealedPort : plainPort;
    }

    /** Whether a second try fits into the recording: not key by key, and not where a program sends the password. */
    boolean canMistype() {
        return this == FTP || this == POP3;
    }

    private static List<Turn> commands(
            Visit visit, Noise pace, String greeting, String asks, String refuses, String welcomes, String ends) {
        List<Turn> turns = new ArrayList<>();
        String waitFor = greeting;
        if (!visit.mistyped().isEmpty()) {
            turns.add(new Turn(greeting, think(pace), "USER " + visit.user() + "\r\n"));
            turns.add(new Turn(asks, think(pace), "PASS " + visit.mistyped() + "\r\n"));
            waitFor = refuses;
        }
        turns.add(new Turn(waitFor, think(pace), "USER " + visit.user() + "\r\n"));
        turns.add(new Turn(asks, think(pace), "PASS " + visit.password() + "\r\n"));
        turns.add(new Turn(welcomes, think(pace), "QUIT\r\n"));
        turns.add(new Turn(ends, 1, ""));
        return turns;
    }

    private static long think(Noise pace) {
        return 700_000L + pace.below(1_800_000);
    }
}
