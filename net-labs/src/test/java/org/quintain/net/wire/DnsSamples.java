package org.quintain.net.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Messages with records of all kinds, drawn from a seed. */
final class DnsSamples {
    private static final String[] LABELS = {"www", "mail", "NS1", "a", "robots", "x".repeat(63), "_tcp", "lighthouse"};

    private DnsSamples() {}

    static byte[] message(long seed) {
        return message(new SplittableRandom(seed), true);
    }

    static byte[] message(SplittableRandom random, boolean isCompressing) {
        DnsWriter writer = new DnsWriter().begin(random.nextInt(0x10000)).compressing(isCompressing);
        writer.header().flags(random.nextInt(0x10000));
        List<DnsName> names = names(random);
        for (int i = random.nextInt(3); i > 0; i--) {
            writer.question(pick(random, names), random.nextInt(0x10000), random.nextInt(0x10000));
        }
        for (DnsSection section : List.of(DnsSection.ANSWER, DnsSection.AUTHORITY, DnsSection.ADDITIONAL)) {
            writer.section(section);
            for (int i = random.nextInt(5); i > 0; i--) {
                record(random, writer, names);
            }
        }
        return writer.toBytes();
    }

    private static void record(SplittableRandom random, DnsWriter writer, List<DnsName> names) {
        DnsName name = pick(random, names);
        long ttl = random.nextInt(4) == 0 ? 0xFFFF_FFFFL : random.nextLong(0x1_0000_0000L);
        byte[] bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        switch (random.nextInt(11)) {
            case 0 -> writer.a(name, ttl, random.nextInt());
            case 1 -> writer.ns(name, ttl, pick(random, names));
            case 2 -> writer.cname(name, ttl, pick(random, names));
            case 3 -> writer.ptr(name, ttl, pick(random, names));
            case 4 -> writer.mx(name, ttl, random.nextInt(0x10000), pick(random, names));
            case 5 -> writer.soa(name, ttl, pick(random, names), pick(random, names), 1, -2, random.nextInt(), 4, 5);
            case 6 -> writer.txt(name, ttl, "v".repeat(random.nextInt(1, 600)));
            case 7 -> writer.aaaa(name, ttl, java.util.Arrays.copyOf(bytes, 16));
            case 8 -> writer.opt(random.nextInt(0x10000));
            case 9 -> writer.data(name, DnsType.RRSIG, Dns.CLASS_IN, ttl, bytes);
            default -> writer.data(name, DnsType.DNSKEY, random.nextInt(0x10000), ttl, bytes);
        }
    }

    private static List<DnsName> names(SplittableRandom random) {
        List<DnsName> names = new ArrayList<>();
        names.add(new DnsName());
        String text = "example";
        for (int i = 0; i < 5; i++) {
            text = LABELS[random.nextInt(LABELS.length)] + "." + (random.nextBoolean() ? text : "test");
            if (text.length() < 250) {
                names.add(DnsName.of(text));
            }
        }
        return names;
    }

    private static DnsName pick(SplittableRandom random, List<DnsName> names) {
        return names.get(random.nextInt(names.size()));
    }
}
