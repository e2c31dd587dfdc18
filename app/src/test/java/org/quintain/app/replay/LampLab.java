package org.quintain.app.replay;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.quintain.core.Assurance;
import org.quintain.core.Budget;
import org.quintain.core.LabCard;
import org.quintain.core.LabRun;
import org.quintain.core.Level;
import org.quintain.core.Message;
import org.quintain.core.Setup;
import org.quintain.core.Size;
import org.quintain.net.sim.Attempt;
import org.quintain.net.sim.LearnerCard;
import org.quintain.net.sim.Limits;
import org.quintain.net.sim.Network;
import org.quintain.net.sim.NetworkCard;
import org.quintain.net.sim.NetworkLab;
import org.quintain.net.sim.NetworkWatcher;
import org.quintain.net.sim.NetworkWatcher.Purpose;
import org.quintain.net.sim.Recurring;
import org.quintain.net.sim.TimedFrame;
import org.quintain.net.sim.host.Host;
import org.quintain.net.sim.host.HostPolicy;
import org.quintain.net.sim.host.Lan;
import org.quintain.net.wire.Ipv4Address;
import org.quintain.net.wire.MacAddress;

/** A switch that lights a lamp every second; who stands in the middle has earned everything. */
public final class LampLab implements NetworkLab<LampLab.Challenge, LampLab.Answer> {
    static final LabCard CARD = LabCard.of("test.lamp", 1)
            .assurance(Assurance.SERVED_OR_REPLAYED)
            .criterion("middle", 100, 32)
            .budget(new Budget(10_000, 100_000, 600_000_000, 5))
            .levels(Level.BACHELOR)
            .minutes(5)
            .sources("A. Nobody, Lamps, 2026")
            .build();

    private static final Attempt.Times TIMES = new Attempt.Times(500_000, 60_000_000);
    private static final int PORT = 4000;
    private static final int MAX_FRAMES = 30_000;

    public record Challenge(String button, String lamp, String lampMac, NetworkCard card) {}

    public record Answer(@Size(max = MAX_FRAMES) List<TimedFrame> script) {}

    @Override
    public LabCard card() {
        return CARD;
    }

    @Override
    public Class<Challenge> challengeType() {
        return Challenge.class;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public LabRun<Challenge, Answer> open(Setup setup, NetworkWatcher watcher) {
        House session = new House(setup, watcher, Purpose.SESSION);
        return new LabRun<>(
                session.challenge(),
                answer -> Attempt.judge(
                        session,
                        answer.script(),
                        () -> new House(setup.again(), watcher, Purpose.SCRIPT),
                        TIMES,
                        house -> CARD.marking()
                                .mark("middle", house.isPoisoned(), Message.of("middle-judged"))
                                .verdict()));
    }

    /** The network. */
    static final class House implements Attempt {
        private final Network network;
        private final Host button;
        private final Host lamp;
        private final LearnerCard learner;

        House(Setup setup, NetworkWatcher watcher, Purpose purpose) {
            network = Network.on(setup.clock(), setup.seed().fork("network"), Limits.DEFAULT);
            Lan lan = Lan.drawn(network, setup.seed().fork("lan"));
            button = lan.host("button", HostPolicy.DEFAULT);
            lamp = lan.host("lamp", HostPolicy.DEFAULT);
            learner = lan.learner("card", setup.meter());
            byte[] on = "lamp on".getBytes(StandardCharsets.US_ASCII);
            byte[] off = "lamp off".getBytes(StandardCharsets.US_ASCII);
            lamp.bind(
                    PORT,
                    (socket, packet, datagram) -> socket.send(
                            packet.source(), datagram.sourcePort(), "yes".getBytes(StandardCharsets.US_ASCII)));
            var socket = button.bind(PORT + 1, (own, packet, datagram) -> {});
            Recurring.start(
                    network,
                    network.noise("talk"),
                    1_000_000,
                    1000,
                    () -> socket.send(lamp.address(), PORT, network.now() % 2 == 0 ? on : off));
            watcher.built(network, learner, purpose);
        }

        Challenge challenge() {
            return new Challenge(
                    Ipv4Address.format(button.address()),
                    Ipv4Address.format(lamp.address()),
                    MacAddress.format(lamp.mac()),
                    learner.card());
        }

        boolean isPoisoned() {
            return button.arpCache().find(lamp.address()) == learner.mac();
        }

        @Override
        public Network network() {
            return network;
        }

        @Override
        public LearnerCard learner() {
            return learner;
        }
    }
}
