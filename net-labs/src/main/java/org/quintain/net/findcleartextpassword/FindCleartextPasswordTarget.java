package org.quintain.net.findcleartextpassword;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.quintain.core.Attachment;
import org.quintain.core.Bytes;
import org.quintain.core.Setup;
import org.quintain.core.derive.Draw;
import org.quintain.core.derive.Noise;
import org.quintain.net.findcleartextpassword.FindCleartextPasswordLab.Challenge;
import org.quintain.net.findcleartextpassword.FindCleartextPasswordLab.Machine;
import org.quintain.net.findcleartextpassword.Plan.Visit;
import org.quintain.net.sim.CaptureTap;
import org.quintain.net.sim.Limits;
import org.quintain.net.sim.Link;
import org.quintain.net.sim.LinkQuality;
import org.quintain.net.sim.Network;
import org.quintain.net.sim.Switch;
import org.quintain.net.sim.dns.AuthoritativeServer;
import org.quintain.net.sim.dns.DnsPolicy;
import org.quintain.net.sim.dns.StubResolver;
import org.quintain.net.sim.dns.Zone;
import org.quintain.net.sim.host.Host;
import org.quintain.net.sim.host.HostPolicy;
import org.quintain.net.sim.host.Lan;
import org.quintain.net.sim.tcp.LineServer;
import org.quintain.net.sim.tcp.TcpHandler;
import org.quintain.net.sim.tcp.TcpPolicy;
import org.quintain.net.sim.tcp.TcpStack;
import org.quintain.net.sim.tcp.Typist;
import org.quintain.net.sim.tcp.Typist.Turn;
import org.quintain.net.wire.DnsType;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.capture.PcapngWriter;

/**
 * A hundred seconds on a school's network: five computers in a room, five machines in a cupboard, a cable between their
 * switches, and a recorder on that cable.
 *
 * <p>The network has a clock of its own, since nobody but the lab ever touches it: a run costs the learner no virtual time.
 * Opening it takes 437 to 471 events (200 seats), 1.5 to 5 ms on a busy machine of two cores.
 */
final class FindCleartextPasswordTarget {
    /** 2026-09-22, 08:33:20 UTC: a Tuesday on which there is school. */
    private static final long EPOCH_NANOS = 1_790_066_000_000_000_000L;

    private static final long DURATION_MICROS = 100_000_000;
    private static final int SLOT_MICROS = 6_000_000;
    private static final String PAGES = "www.school.example";

    private final Plan plan;
    private final Network network;
    private final Lan lan;
    private final Switch cupboard;
    private final List<Host> machines = new ArrayList<>();
    private final Map<Visit, Host> computers = new LinkedHashMap<>();
    private final Map<Visit, BooleanSupplier> welcomes = new LinkedHashMap<>();
    private final Host pages;
    private final Bytes capture;
    private final PacketList packets;

    /** Draws the plan and lets it happen. */
    FindCleartextPasswordTarget(Setup setup) {
        plan = Plan.draw(setup);
        network = Network.standalone(setup.seed().fork("network"), new Limits(1_024, 20_000));
        lan = Lan.drawn(network, setup.seed().fork("lan"));
        cupboard = new Switch(network, "cupboard");
        Link cable = network.connect(lan.center(), cupboard, LinkQuality.latency(60));
        ByteArrayOutputStream file = new ByteArrayOutputStream(16_384);
        PcapngWriter writer = new PcapngWriter(file);
        cable.addTap(new CaptureTap(writer, EPOCH_NANOS));
        Draw timing = setup.seed().draw("timing");
        List<Integer> slots = timing.shuffle(IntStream.range(0, 6).boxed().toList());
        pages = machine("pages");
        Zone zone = new Zone("school.example", 3600).a(PAGES, pages.address());
        Draw keys = setup.seed().secret("keys");
        for (int i = 0; i < plan.visits().size(); i++) {
            Visit visit = plan.visits().get(i);
            long start = start(slots.get(i), timing);
            visit(visit, start, keys.bytes(32));
            zone.a(visit.club().machine(), machines.get(i + 1).address());
        }
        new AuthoritativeServer(pages, zone);
        surroundings(start(slots.get(4), timing), start(slots.get(5), timing));
        network.advance(DURATION_MICROS);
        writer.close();
        capture = Bytes.of(file.toByteArray());
        packets = PacketList.of(file.toByteArray());
    }

    private static long start(int slot, Draw timing) {
        return (long) slot * SLOT_MICROS + 1 + timing.below(SLOT_MICROS / 2);
    }

    private Host machine(String name) {
        Host host = new Host(network, name, lan.freeMac(), HostPolicy.DEFAULT)
                .address(lan.freeAddress(), Lan.PREFIX_LENGTH);
        network.connect(host, cupboard, LinkQuality.latency(40));
        machines.add(host);
        return host;
    }

    private void visit(Visit visit, long startMicros, byte[] key) {
        String name = visit.club().machine();
        Host machine = machine(visit.club().word());
        int port = visit.protocol().port(visit.isSealed());
        Noise noise = network.noise("machine " + name);
        TcpStack.on(machine, TcpPolicy.DEFAULT)
                .listen(
                        port,
                        visit.isSealed()
                                ? connection -> new SealedServer(
                                        key, name, noise, visit.protocol().service(visit))
                                : new LineServer(connection -> visit.protocol().service(visit), false));
        Host computer = lan.host("computer-" + visit.club().word(), HostPolicy.DEFAULT);
        computers.put(visit, computer);
        Noise pace = network.noise("user " + visit.user());
        List<Turn> turns = visit.protocol().turns(visit, pace);
        if (visit.isSealed()) {
            SealedTypist user = new SealedTypist(network, key, name, pace, turns);
            welcomes.put(visit, user::isFinished);
            begin(computer, startMicros, name, port, user);
        } else {
            Typist user = new Typist(network, pace, 0, turns);
            welcomes.put(visit, user::isFinished);
            begin(computer, startMicros, name, port, user);
        }
    }

    private void begin(Host computer, long startMicros, String name, int port, TcpHandler user) {
        TcpStack stack = TcpStack.on(computer, TcpPolicy.DEFAULT);
        StubResolver resolver = new StubResolver(computer, DnsPolicy.DEFAULT, pages.address());
        network.timer(() -> resolver.lookup(
                        name,
                        DnsType.A,
                        result -> result.address().ifPresent(address -> stack.connect(address, port, user))))
                .schedule(startMicros);
    }

    /** Somebody looks at the menu, and somebody tests the cable. */
    private void surroundings(long menuMicros, long pingMicros) {
        TcpStack.on(pages, TcpPolicy.DEFAULT).listen(80, new LineServer(connection -> new WebPage(PAGES, ""), false));
        Host office = lan.host("office", HostPolicy.DEFAULT);
        Noise pace = network.noise("office");
        List<Turn> turns = List.of(
                new Turn("", 1, "GET /menu HTTP/1.1\r\nHost: " + PAGES + "\r\n\r\n"), new Turn(" 200 ", 1_000_000, ""));
        begin(office, menuMicros, PAGES, 80, new Typist(network, pace, 0, turns));
        byte[] payload = "abcdefghijklmnopqrstuvwabcdefghi".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        network.timer(() -> office.ping(pages.address(), 1, 1, payload)).schedule(pingMicros);
    }

    Plan plan() {
        return plan;
    }

    PacketList packets() {
        return packets;
    }

    /** Whether a user was let in, and said goodbye. */
    boolean isWelcome(Visit visit) {
        return welcomes.get(visit).getAsBoolean();
    }

    /** The numbers of the packets that carry a text of a user to the machine, in order; empty if none does. */
    List<Integer> where(Visit visit, String text) {
        return packets.where(computerOf(visit), machineOf(visit), text);
    }

    String computerOf(Visit visit) {
        return Ipv4Address.format(computers.get(visit).address());
    }

    String machineOf(Visit visit) {
        return Ipv4Address.format(machines.get(1 + plan.visits().indexOf(visit)).address());
    }

    Challenge challenge() {
        List<Machine> list = plan.visits().stream()
                .map(visit -> new Machine(visit.club().machine(), machineOf(visit)))
                .toList();
        Attachment file = new Attachment("capture.pcapng", "application/vnd.tcpdump.pcapng", capture);
        return new Challenge(plan.wanted().user(), list, file, packets.packets());
    }
}
