package org.quintain.net.wire;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Frames of every kind with random fields, and ways to spoil them. */
final class RandomFrames {
    private static final int[] EXTREMES = {0, 1, 2, 3, 5, 7, 8, 19, 20, 27, 28, 255, 0x7FFF, 0x8000, 0xFFFE, 0xFFFF};
    private final SplittableRandom random;

    RandomFrames(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A sound frame for each number. */
    static Arbitrary<byte[]> sound() {
        return Arbitraries.longs().map(seed -> new RandomFrames(seed).frame());
    }

    /** A frame with a few mistakes in it for each number. */
    static Arbitrary<byte[]> spoilt() {
        return Arbitraries.longs().map(seed -> new RandomFrames(seed).spoiltFrame());
    }

    byte[] frame() {
        Endpoints endpoints = endpoints();
        byte[] payload = payload();
        byte[] frame = switch (random.nextInt(8)) {
            case 0 -> arp();
            case 1 -> Frames.ipv4(endpoints, random.nextInt(18, 256), payload);
            case 2 -> Frames.udp(endpoints, word(), word(), payload);
            case 3 -> Frames.icmp(endpoints, random.nextInt(256), random.nextInt(20), number(), payload);
            case 4 -> Frames.icmpEchoRequest(endpoints, word(), word(), payload);
            case 5 -> fragment(endpoints, payload);
            case 6 -> withIpv4Options(endpoints, payload);
            default -> tcp(endpoints, payload);
        };
        return random.nextInt(4) == 0 ? tagged(frame) : frame;
    }

    byte[] spoiltFrame() {
        byte[] frame = frame();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            frame = spoil(frame);
        }
        return frame;
    }

    private byte[] spoil(byte[] frame) {
        if (frame.length < 2) {
            return frame;
        }
        // Most mistakes into the headers, where they matter.
        int at = random.nextInt(random.nextInt(4) == 0 ? frame.length - 1 : Math.min(frame.length - 1, 64));
        switch (random.nextInt(6)) {
            case 0 -> frame[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> BigEndian.put16(frame, at, EXTREMES[random.nextInt(EXTREMES.length)]);
            case 2 -> frame[at] = (byte) EXTREMES[random.nextInt(EXTREMES.length)];
            case 3 -> frame[at] = (byte) random.nextInt();
            case 4 -> frame = Arrays.copyOf(frame, random.nextInt(frame.length));
            default -> frame = Arrays.copyOf(frame, frame.length + random.nextInt(10));
        }
        return frame;
    }

    Endpoints endpoints() {
        return new Endpoints(random.nextLong(1L << 48), number(), random.nextLong(1L << 48), number());
    }

    /** Extremes more often than chance would have them. */
    int word() {
        return random.nextInt(3) == 0 ? EXTREMES[random.nextInt(EXTREMES.length)] : random.nextInt(0x10000);
    }

    int number() {
        return random.nextInt(8) == 0 ? -random.nextInt(2) : random.nextInt();
    }

    byte[] payload() {
        byte[] payload = new byte[random.nextInt(5) == 0 ? random.nextInt(1500) : random.nextInt(60)];
        random.nextBytes(payload);
        return payload;
    }

    /** Not a whole packet: its payload would have to be a UDP datagram. */
    private byte[] fragment(Endpoints endpoints, byte[] payload) {
        int offsetBytes = 8 * random.nextInt(0x2000);
        return Frames.fragment(endpoints, 17, word(), offsetBytes, offsetBytes == 0 || random.nextBoolean(), payload);
    }

    private byte[] arp() {
        long mac = random.nextLong(1L << 48);
        return switch (random.nextInt(4)) {
            case 0 -> Frames.arpRequest(mac, number(), number());
            case 1 -> Frames.arpReply(mac, number(), random.nextLong(1L << 48), number());
            case 2 -> Frames.gratuitousArp(mac, number());
            default -> Frames.arp(mac, mac + 1, word(), mac, number(), 7, number());
        };
    }

    private byte[] tcp(Endpoints endpoints, byte[] payload) {
        byte[] data = random.nextBoolean() ? payload : Arrays.copyOf(payload, Math.max(40, payload.length));
        byte[] frame = Frames.tcp(endpoints, word(), word(), number(), number(), random.nextInt(256), word(), data);
        Ipv4 ip = new Ipv4();
        ip.wrap(frame, 14, frame.length);
        Tcp tcp = new Tcp();
        tcp.wrap(ip);
        if (data.length >= 40 && random.nextInt(4) > 0) {
            tcpOptions(tcp);
        }
        tcp.reserved(random.nextInt(5) == 0 ? random.nextInt(16) : 0)
                .urgentPointer(word())
                .writeChecksum(ip);
        return frame;
    }

    private void tcpOptions(Tcp tcp) {
        TcpOptions options = new TcpOptions().begin(tcp);
        for (int i = random.nextInt(4); i > 0; i--) {
            switch (random.nextInt(7)) {
                case 0 -> options.maximumSegmentSizeBytes(word());
                case 1 -> options.windowScale(random.nextInt(256));
                case 2 -> options.sackPermitted();
                case 3 -> options.sack(number(), number());
                case 4 -> options.timestamps(number(), number());
                case 5 -> options.option(random.nextInt(20, 256), new byte[random.nextInt(8)]);
                default -> options.noOperation();
            }
        }
        options.end(tcp);
    }

    private byte[] withIpv4Options(Endpoints endpoints, byte[] payload) {
        byte[] frame = Frames.ipv4(endpoints, 253, Arrays.copyOf(payload, Math.max(40, payload.length)));
        Ipv4 ip = new Ipv4();
        ip.wrap(frame, 14, frame.length);
        Ipv4Options options = new Ipv4Options().begin(ip);
        for (int i = random.nextInt(4); i > 0; i--) {
            switch (random.nextInt(3)) {
                case 0 -> options.noOperation();
                case 1 -> options.option(Ipv4Options.TYPE_ROUTER_ALERT, (byte) 0, (byte) 0);
                default -> options.option(random.nextInt(150, 256), new byte[random.nextInt(10)]);
            }
        }
        options.end(ip).typeOfService(random.nextInt(256)).writeChecksum();
        return frame;
    }

    private byte[] tagged(byte[] frame) {
        byte[] tagged = new byte[frame.length + VlanTag.LENGTH_BYTES];
        System.arraycopy(frame, 0, tagged, 0, 12);
        System.arraycopy(frame, 12, tagged, 16, frame.length - 12);
        new Ethernet().place(tagged, 0, tagged.length).type(Ethernet.TYPE_VLAN);
        new VlanTag()
                .place(tagged, 14, tagged.length)
                .priority(random.nextInt(8))
                .dropEligible(random.nextBoolean())
                .identifier(random.nextInt(4096));
        return tagged;
    }
}
