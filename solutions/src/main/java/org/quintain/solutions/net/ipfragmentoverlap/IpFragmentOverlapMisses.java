package org.quintain.solutions.net.ipfragmentoverlap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.quintain.core.Bytes;
import org.quintain.core.contract.NearMiss;
import org.quintain.net.ipfragmentoverlap.IpFragmentOverlapLab.Answer;
import org.quintain.net.ipfragmentoverlap.IpFragmentOverlapLab.Challenge;
import org.quintain.net.ipfragmentoverlap.IpFragmentOverlapLab.Policy;
import org.quintain.net.ipfragmentoverlap.IpFragmentOverlapLab.Row;
import org.quintain.net.sim.TimedFrame;
import org.quintain.net.sim.host.Reassembler;
import org.quintain.net.wire.Ethernet;
import org.quintain.net.wire.Frames;
import org.quintain.net.wire.Ipv4;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.Udp;

/** Wrong answers that learners give: each changes one thing in the fragments or in the table. */
final class IpFragmentOverlapMisses {
    private static final String TABLE = "policies";
    private static final String EVADED = "evaded";
    private static final Set<String> EFFECTS = Set.of(EVADED, "both");
    private static final int HALF = 8;

    private final Challenge challenge;
    private final Answer right;
    private final OutsideCard outside;
    private final Map<String, Policy> policies = new TreeMap<>();

    private IpFragmentOverlapMisses(Challenge challenge, Answer right) {
        this.challenge = challenge;
        this.right = right;
        outside = new OutsideCard(challenge);
        right.policies().forEach(row -> policies.put(row.name(), row.policy()));
    }

    static List<NearMiss<Answer>> of(Challenge challenge, Answer right) {
        IpFragmentOverlapMisses misses = new IpFragmentOverlapMisses(challenge, right);
        List<NearMiss<Answer>> all = new ArrayList<>(List.of(
                misses.script("texts sent as they are", misses.plain(), TABLE),
                misses.script("nothing that the gate alone reads", misses.frames(misses.readByGate()), TABLE),
                misses.script("texts exchanged", misses.frames(misses.exchanged()), TABLE),
                misses.script("a packet for each board", misses.apart(), TABLE, EVADED),
                misses.script("checksum over the first text", misses.summed(), TABLE, EVADED),
                misses.script("fragment with the UDP header forgotten", misses.headless(), TABLE),
                misses.changed("offsets in bytes", ip -> ip.fragmentOffset(ip.fragmentOffset() * 8)),
                misses.changed("more fragments never set", ip -> ip.moreFragments(false)),
                misses.changed("a board's address as source", ip -> ip.source(misses.valley())),
                misses.table("table empty", List.of()),
                misses.table("gate forgotten", misses.withoutGate()),
                misses.table("everybody takes what came first", misses.each(row -> new Row(row.name(), Policy.FIRST))),
                misses.table("Windows and Solaris taken for First", misses.each(IpFragmentOverlapMisses::oldMapping)),
                misses.table("valley and summit confused", misses.each(misses::confused))));
        all.removeIf(miss -> miss.answer().equals(right));
        return List.copyOf(all);
    }

    private NearMiss<Answer> script(String name, List<TimedFrame> script, String... mayKeep) {
        return new NearMiss<>(name, new Answer(script, right.policies()), Set.of(mayKeep));
    }

    private NearMiss<Answer> table(String name, List<Row> rows) {
        return new NearMiss<>(name, new Answer(right.script(), rows), EFFECTS);
    }

    private NearMiss<Answer> changed(String name, Consumer<Ipv4> change) {
        List<TimedFrame> script = right.script().stream()
                .map(timed -> {
                    byte[] frame = timed.frame().toArray();
                    Ipv4 ip = new Ipv4().place(frame, Ethernet.LENGTH_BYTES, frame.length);
                    change.accept(ip);
                    ip.writeChecksum();
                    return new TimedFrame(timed.atMicros(), Bytes.of(frame));
                })
                .toList();
        return script(name, script, TABLE);
    }

    private static List<TimedFrame> timed(List<byte[]> frames) {
        return frames.stream().map(frame -> new TimedFrame(0, Bytes.of(frame))).toList();
    }

    private List<TimedFrame> frames(GadgetPacket packet) {
        return timed(outside.frames(packet, 2));
    }

    private List<TimedFrame> plain() {
        return timed(List.of(notice(challenge.valleyText()), notice(challenge.summitText())));
    }

    private byte[] notice(String text) {
        byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
        return Frames.udp(outside.toAll(), OutsideCard.NOTICES, OutsideCard.NOTICES, payload);
    }

    /** Both halves in the gadget that separates the boards: the gate reads as one of them does. */
    private GadgetPacket readByGate() {
        Policy valley = policies.get("valley");
        Gadget gadget = Gadget.SAME;
        for (Gadget each : Gadget.values()) {
            gadget = each.separates(valley, policies.get("summit")) ? each : gadget;
        }
        boolean isNew = gadget.isNewReadBy(valley);
        String held = isNew ? challenge.summitText() : challenge.valleyText();
        String fresh = isNew ? challenge.valleyText() : challenge.summitText();
        return new GadgetPacket()
                .add(gadget, held.substring(0, HALF), fresh.substring(0, HALF))
                .add(gadget, held.substring(HALF), fresh.substring(HALF));
    }

    private GadgetPacket exchanged() {
        Challenge other = new Challenge(
                challenge.boards(),
                challenge.gateAddress(),
                challenge.ownAddress(),
                challenge.summitText(),
                challenge.valleyText(),
                challenge.card());
        return IpFragmentOverlapAttack.packet(other, policies);
    }

    /** Two packets, each past the gate, each for one board: evasion, but no packet with two meanings. */
    private List<TimedFrame> apart() {
        List<byte[]> frames = new ArrayList<>(outside.frames(forOne("valley", challenge.valleyText()), 2));
        frames.addAll(outside.frames(forOne("summit", challenge.summitText()), 3));
        return timed(frames);
    }

    private GadgetPacket forOne(String board, String text) {
        GadgetPacket packet = new GadgetPacket();
        for (Gadget gadget : Gadget.values()) {
            if (gadget.separates(policies.get(board), policies.get(OutsideCard.GATE))) {
                boolean isNew = gadget.isNewReadBy(policies.get(board));
                for (String half : List.of(text.substring(0, HALF), text.substring(HALF))) {
                    packet.add(gadget, isNew ? "" : half, isNew ? half : "");
                }
                break;
            }
        }
        return packet;
    }

    /** The UDP checksum is right for what the first board reads, and so for nobody else. */
    private List<TimedFrame> summed() {
        int last = right.script().size() - 1;
        byte[] header = right.script().get(last).frame().toArray();
        byte[] datagram = payloadReadBy(policies.get("valley"));
        Ipv4 ip = new Ipv4().place(header, Ethernet.LENGTH_BYTES, header.length);
        Udp whole = new Udp().place(datagram, 0, datagram.length).writeChecksum(ip);
        new Udp().place(header, ip.payloadOffset(), header.length).checksum(whole.checksum());
        List<TimedFrame> script = new ArrayList<>(right.script());
        script.set(last, new TimedFrame(0, Bytes.of(header)));
        return script;
    }

    /** The datagram as a host of that policy puts it together, UDP header first. */
    private byte[] payloadReadBy(Policy policy) {
        Reassembler reassembler = new Reassembler(policy.behaviour(), 1_000_000, 1, 65_536);
        byte[] whole = null;
        for (TimedFrame timed : right.script()) {
            byte[] frame = timed.frame().toArray();
            Ipv4 ip = new Ipv4();
            ip.wrap(frame, Ethernet.LENGTH_BYTES, frame.length);
            whole = reassembler.add(ip, 0);
        }
        return whole == null
                ? new byte[Udp.LENGTH_BYTES]
                : Arrays.copyOfRange(whole, Ipv4.MIN_LENGTH_BYTES, whole.length);
    }

    private List<TimedFrame> headless() {
        return right.script().subList(0, right.script().size() - 1);
    }

    private int valley() {
        return Ipv4Address.of(challenge.boards().get(0).address());
    }

    private List<Row> withoutGate() {
        return right.policies().stream()
                .filter(row -> !row.name().equals(OutsideCard.GATE))
                .toList();
    }

    private List<Row> each(UnaryOperator<Row> change) {
        return right.policies().stream().map(change).toList();
    }

    /** Active Mapping's table has them under First; Novak tells them apart. */
    private static Row oldMapping(Row row) {
        boolean isLater = row.policy() == Policy.WINDOWS || row.policy() == Policy.SOLARIS;
        return new Row(row.name(), isLater ? Policy.FIRST : row.policy());
    }

    private Row confused(Row row) {
        return switch (row.name()) {
            case "valley" -> new Row("valley", policies.get("summit"));
            case "summit" -> new Row("summit", policies.get("valley"));
            default -> row;
        };
    }
}
