package org.quintain.net.arppoison;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.quintain.core.derive.Noise;
import org.quintain.net.sim.Recurring;
import org.quintain.net.sim.host.Host;
import org.quintain.net.sim.host.UdpSocket;
import org.quintain.net.wire.Header;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Udp;

/**
 * Two honest programs: one sends a numbered message every 2 to 4 seconds, the other acknowledges each.
 *
 * <p>A message is {@code WORD NUMBER NONCE}, for example {@code lamp 17 9f3c02e1}; its acknowledgement {@code ok 17}.
 */
final class ArpPoisonFlow {
    /** Both programs' well-known port. */
    static final int PORT = 4100;

    /** A message without acknowledgement after this time counts as lost. */
    static final long PATIENCE_MICROS = 1_000_000;

    private static final long PAUSE_MICROS = 2_000_000;
    private static final int SPREAD_MICROS = 2_000_000;

    /** What became of one message; -1 for what has not happened. */
    private static final class Message {
        final String text;
        final long sentMicros;
        long receivedMicros = -1;
        long acknowledgedMicros = -1;

        Message(String text, long sentMicros) {
            this.text = text;
            this.sentMicros = sentMicros;
        }
    }

    private final Host from;
    private final Host to;
    private final String word;
    private final Noise chance;
    private final UdpSocket sender;
    private final List<Message> messages = new ArrayList<>();

    /**
     * Programs that begin when the clock moves.
     *
     * @param from who sends
     * @param to who acknowledges; the end of one flow only
     * @param word the messages' first word, lower-case letters
     */
    ArpPoisonFlow(Host from, Host to, String word) {
        this.from = from;
        this.to = to;
        this.word = word;
        chance = from.network().noise("flow " + word);
        sender = from.bind(0, (socket, packet, datagram) -> acknowledged(packet, datagram));
        to.bind(PORT, this::received);
        Recurring.start(from.network(), chance, PAUSE_MICROS, SPREAD_MICROS, this::send);
    }

    private void send() {
        String nonce = Integer.toHexString(0x1000_0000 | chance.below(0x7000_0000));
        String text = word + " " + (messages.size() + 1) + " " + nonce;
        messages.add(new Message(text, now()));
        sender.send(to.address(), PORT, text.getBytes(StandardCharsets.US_ASCII));
    }

    private void received(UdpSocket socket, Ipv4 packet, Udp datagram) {
        int number = number(text(datagram), word);
        if (number > 0 && packet.source() == from.address()) {
            Message message = messages.get(number - 1);
            if (message.receivedMicros < 0 && message.text.equals(text(datagram))) {
                message.receivedMicros = now();
            }
            byte[] answer = ("ok " + number).getBytes(StandardCharsets.US_ASCII);
            socket.send(packet.source(), datagram.sourcePort(), answer);
        }
    }

    private void acknowledged(Ipv4 packet, Udp datagram) {
        int number = number(text(datagram), "ok");
        if (number > 0 && packet.source() == to.address() && messages.get(number - 1).acknowledgedMicros < 0) {
            messages.get(number - 1).acknowledgedMicros = now();
        }
    }

    /**
     * The number of this flow's message in a payload.
     *
     * @param payload any header, with the message as its payload
     * @return 1 or more; 0 if the payload is no message that this flow has sent
     */
    int numberIn(Header payload) {
        String text = text(payload);
        int number = number(text, word);
        return number > 0 && messages.get(number - 1).text.equals(text) ? number : 0;
    }

    /** The number behind a word, if a message of that number was sent; else 0. */
    private int number(String text, String first) {
        String[] words = text.split(" ", -1);
        if (words.length < 2 || !words[0].equals(first) || !words[1].matches("[1-9][0-9]{0,5}")) {
            return 0;
        }
        int number = Integer.parseInt(words[1]);
        return number <= messages.size() ? number : 0;
    }

    private static String text(Header outer) {
        int bytes = Math.min(outer.payloadLengthBytes(), 64);
        return new String(outer.array(), outer.payloadOffset(), bytes, StandardCharsets.US_ASCII);
    }

    private long now() {
        return from.network().now();
    }

    /** Whether a message came to its receiver, unchanged. */
    boolean isReceived(int number) {
        return messages.get(number - 1).receivedMicros >= 0;
    }

    /** Whether its sender got the acknowledgement, and in time. */
    boolean isAcknowledgedInTime(int number) {
        Message message = messages.get(number - 1);
        return message.acknowledgedMicros >= 0 && message.acknowledgedMicros - message.sentMicros <= PATIENCE_MICROS;
    }

    /** Messages sent so far. */
    int sent() {
        return messages.size();
    }

    /** Messages whose acknowledgement is overdue or came too late. */
    int missed() {
        int missed = 0;
        for (int number = 1; number <= messages.size(); number++) {
            boolean isDue = now() - messages.get(number - 1).sentMicros > PATIENCE_MICROS;
            missed += isDue && !isAcknowledgedInTime(number) ? 1 : 0;
        }
        return missed;
    }
}
