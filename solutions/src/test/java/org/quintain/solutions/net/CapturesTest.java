package org.quintain.solutions.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.quintain.core.Param;
import org.quintain.core.Params;
import org.quintain.core.Setup;
import org.quintain.core.contract.Reference;
import org.quintain.net.sim.CaptureTap;
import org.quintain.net.sim.NetworkLab;
import org.quintain.net.sim.Tap;
import org.quintain.net.wire.Arp;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Flaw;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;
import org.quintain.net.wire.Tcp;
import org.quintain.net.wire.Udp;
import org.quintain.net.wire.capture.PcapngReader;
import org.quintain.net.wire.capture.PcapngWriter;
import org.quintain.solutions.ReferenceAttacks;

/** What crosses the networks of the labs under attack, as tshark reads it; skipped aloud where there is none. */
class CapturesTest {
    private static final Path TSHARK = Path.of("/usr/bin/tshark");
    private static final String WRONG =
            "_ws.malformed || ip.checksum.status == \"Bad\" || udp.checksum.status == \"Bad\""
                    + " || tcp.checksum.status == \"Bad\"";
    private static final List<String> CHECKSUMS =
            List.of("-o", "ip.check_checksum:TRUE", "-o", "udp.check_checksum:TRUE", "-o", "tcp.check_checksum:TRUE");
    private static final List<String> FIELDS = List.of(
            "eth.dst",
            "eth.src",
            "arp.src.proto_ipv4",
            "arp.dst.proto_ipv4",
            "ip.src",
            "ip.dst",
            "ip.id",
            "ip.ttl",
            "ip.frag_offset",
            "ip.proto",
            "udp.srcport",
            "udp.dstport",
            "tcp.srcport",
            "tcp.dstport",
            "tcp.seq_raw",
            "tcp.ack_raw",
            "tcp.window_size_value");

    @TempDir
    private Path folder;

    private static <C extends Record, A extends Record> byte[] capture(
            Reference<C, A> reference, NetworkLab<C, A> lab, Params params, boolean isLearnersToo) {
        ByteArrayOutputStream capture = new ByteArrayOutputStream();
        PcapngWriter to = new PcapngWriter(capture);
        C challenge = lab.open(Setup.practice(lab, 3, params), (network, learner, purpose) -> {
                    Tap all = new CaptureTap(to, 0);
                    network.addTap((micros, from, frame, origin) -> {
                        if (isLearnersToo || origin != learner.index()) {
                            all.sent(micros, from, frame, origin);
                        }
                    });
                })
                .challenge();
        reference.honestUse(challenge);
        reference.run(challenge);
        return capture.toByteArray();
    }

    @TestFactory
    Stream<DynamicTest> tsharkReadsWhatWeRead() {
        return new ReferenceAttacks()
                .all().stream()
                        .filter(reference -> reference.lab() instanceof NetworkLab<?, ?>)
                        .flatMap(reference -> variants(reference).stream());
    }

    private <C extends Record, A extends Record> List<DynamicTest> variants(Reference<C, A> reference) {
        NetworkLab<C, A> lab = (NetworkLab<C, A>) reference.lab();
        Params vulnerable = Params.none();
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(test(reference, lab, vulnerable, ""));
        if (lab.card().parameters().contains(Param.HARDENED)) {
            tests.add(test(reference, lab, vulnerable.with(Param.HARDENED, true), ", hardened"));
        }
        return tests;
    }

    private <C extends Record, A extends Record> DynamicTest test(
            Reference<C, A> reference, NetworkLab<C, A> lab, Params params, String twin) {
        return DynamicTest.dynamicTest(lab.card().id() + twin, () -> {
            assumeTrue(Files.isExecutable(TSHARK), "skipped: there is no " + TSHARK);
            // A learner may send what is malformed, and attacks on fragments do; nobody else may.
            Path file = Files.write(folder.resolve("capture.pcapng"), capture(reference, lab, params, false));
            List<String> wrong = new ArrayList<>(CHECKSUMS);
            wrong.addAll(List.of("-Y", WRONG));
            assertEquals(List.of(), tshark(file, wrong));

            byte[] capture = capture(reference, lab, params, true);
            Files.write(file, capture);

            List<String> fields =
                    new ArrayList<>(List.of("-o", "ip.defragment:FALSE", "-T", "fields", "-E", "occurrence=f"));
            FIELDS.forEach(field -> fields.addAll(List.of("-e", field)));
            List<String> theirs = tshark(file, fields);
            List<String> ours = new ArrayList<>();
            PcapngReader reader = new PcapngReader(new ByteArrayInputStream(capture));
            while (reader.next()) {
                ours.add(String.join("\t", read(reader)));
            }
            assertEquals(ours.size(), theirs.size());
            for (int i = 0; i < ours.size(); i++) {
                String row = ours.get(i);
                boolean isIcmp = row.split("\t", -1)[9].equals("1");
                assertEquals(row, isIcmp ? withoutQuoted(theirs.get(i)) : theirs.get(i), "packet " + (i + 1));
            }
            assertTrue(ours.size() > 10, "packets: " + ours.size());
            System.out.println(lab.card().id() + twin + ": tshark agrees on " + ours.size() + " packets");
        });
    }

    /** An ICMP error quotes a packet, and tshark lists the quoted ports, too. */
    private static String withoutQuoted(String row) {
        List<String> fields = new ArrayList<>(List.of(row.split("\t", -1)));
        fields.subList(10, fields.size()).replaceAll(quoted -> "");
        return String.join("\t", fields);
    }

    /** The same fields from our windows; what is not there is empty. */
    private static List<String> read(PcapngReader packet) {
        List<String> fields = new ArrayList<>(Collections.nCopies(FIELDS.size(), ""));
        Ethernet ethernet = new Ethernet();
        int end = packet.offset() + packet.capturedBytes();
        assertEquals(Flaw.NONE, ethernet.wrap(packet.buffer(), packet.offset(), end));
        fields.set(0, MacAddress.format(ethernet.destination()));
        fields.set(1, MacAddress.format(ethernet.source()));
        Arp arp = new Arp();
        Ipv4 ip = new Ipv4();
        if (ethernet.type() == Ethernet.TYPE_ARP && arp.wrap(ethernet) == Flaw.NONE) {
            fields.set(2, Ipv4Address.format(arp.sender()));
            fields.set(3, Ipv4Address.format(arp.target()));
        } else if (ethernet.type() == Ethernet.TYPE_IPV4 && ip.wrap(ethernet) == Flaw.NONE) {
            fields.set(4, Ipv4Address.format(ip.source()));
            fields.set(5, Ipv4Address.format(ip.destination()));
            fields.set(6, "0x%04x".formatted(ip.identification()));
            fields.set(7, Integer.toString(ip.timeToLive()));
            fields.set(8, Integer.toString(ip.fragmentOffset()));
            fields.set(9, Integer.toString(ip.protocol()));
            transport(ip, fields);
        }
        return fields;
    }

    private static void transport(Ipv4 ip, List<String> fields) {
        Udp udp = new Udp();
        Tcp tcp = new Tcp();
        if (ip.fragmentOffset() != 0) {
            return;
        }
        if (ip.protocol() == Ipv4.PROTOCOL_UDP) {
            udp.place(ip.array(), ip.payloadOffset(), ip.limit());
            fields.set(10, Integer.toString(udp.sourcePort()));
            fields.set(11, Integer.toString(udp.destinationPort()));
        } else if (ip.protocol() == Ipv4.PROTOCOL_TCP && tcp.wrap(ip) == Flaw.NONE) {
            fields.set(12, Integer.toString(tcp.sourcePort()));
            fields.set(13, Integer.toString(tcp.destinationPort()));
            fields.set(14, Integer.toUnsignedString(tcp.sequenceNumber()));
            fields.set(15, Integer.toUnsignedString(tcp.acknowledgmentNumber()));
            fields.set(16, Integer.toString(tcp.window()));
        }
    }

    private List<String> tshark(Path capture, List<String> arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        List<String> command = new ArrayList<>(List.of(TSHARK.toString(), "-n", "-r", capture.toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(folder.resolve("err").toFile())
                .redirectOutput(out.toFile())
                .start();
        assertEquals(0, process.waitFor(), () -> command.toString());
        return Files.readString(out, StandardCharsets.UTF_8).lines().toList();
    }
}
