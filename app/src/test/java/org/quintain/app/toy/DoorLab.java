package org.quintain.app.toy;

import java.util.List;
import java.util.Optional;
import org.quintain.core.Assurance;
import org.quintain.core.Budget;
import org.quintain.core.Bytes;
import org.quintain.core.Free;
import org.quintain.core.Lab;
import org.quintain.core.LabCard;
import org.quintain.core.LabRun;
import org.quintain.core.Level;
import org.quintain.core.Message;
import org.quintain.core.Param;
import org.quintain.core.Range;
import org.quintain.core.RefusedException;
import org.quintain.core.Setup;
import org.quintain.core.Size;

/** A door with a code of three digits, which it tells to whoever asks often enough; every kind of value occurs. */
public final class DoorLab implements Lab<DoorLab.Challenge, DoorLab.Answer> {
    static final Param<Integer> CODES = Param.integer("codes", 2, 10, 1000);
    static final LabCard CARD = LabCard.of("test.door", 1)
            .assurance(Assurance.SERVED_TARGET)
            .criterion("code", 80, 4)
            .criterion("sure", 20, 1)
            .parameter(CODES)
            .parameter(Param.HARDENED)
            .budget(Budget.ofQueries(1200).withSubmissions(3))
            .levels(Level.BACHELOR)
            .minutes(5)
            .sources("A. Nobody, Doors, 2026")
            .build();

    /** What hangs in the hall. */
    public enum Colour {
        SKY_BLUE,
        RED
    }

    public record Challenge(Bytes serial, List<Integer> floors, Optional<String> note, Door door) {}

    public record Picture(String title, Optional<String> painter, List<Colour> colours) {}

    public record Said(String says, int doorCount, Colour mood) {}

    /** The door. */
    public interface Door {
        boolean open(@Range(max = 999) int code);

        Said greet(@Size(max = 20) String name, Colour colour);

        Hall enter();
    }

    /** What lies behind. */
    public interface Hall {
        Picture look();

        Optional<@Size(max = 9) String> listen(@Size(max = 4) List<@Range(max = 9) Integer> knocks);

        @Free
        void close();
    }

    public record Answer(
            @Range(max = 999) int code,
            boolean sure,
            Optional<Colour> colour,
            @Size(max = 3) List<@Size(max = 9) String> words) {}

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
    public LabRun<Challenge, Answer> open(Setup setup) {
        int code = setup.seed().draw("code").below(setup.params().get(CODES));
        boolean isHardened = setup.params().get(Param.HARDENED);
        Challenge challenge = new Challenge(
                Bytes.of(setup.seed().draw("serial").bytes(4)),
                List.of(1, 2),
                Optional.empty(),
                new WoodenDoor(setup, isHardened ? -1 : code));
        return new LabRun<>(
                challenge,
                answer -> CARD.marking()
                        .mark("code", answer.code() == code, Message.of("code-judged", "given", answer.code()))
                        .mark("sure", answer.code() == code && answer.sure(), Message.of("sure-judged"))
                        .verdict());
    }

    private record WoodenDoor(Setup setup, int code) implements Door, Hall {
        @Override
        public boolean open(int tried) {
            setup.meter().query();
            return tried == code;
        }

        @Override
        public Said greet(String name, Colour colour) {
            setup.meter().query();
            if (name.equals("thief")) {
                throw new RefusedException(Message.of("no-thieves", "name", name));
            }
            if (name.equals("bug")) {
                throw new IllegalStateException("planted");
            }
            return new Said("greeting", 3, colour);
        }

        @Override
        public Hall enter() {
            setup.meter().query();
            return new WoodenDoor(setup, code);
        }

        @Override
        public Picture look() {
            setup.meter().query();
            return new Picture("The sea", Optional.empty(), List.of(Colour.SKY_BLUE, Colour.RED));
        }

        @Override
        public Optional<String> listen(List<Integer> knocks) {
            setup.meter().query();
            return knocks.isEmpty() ? Optional.empty() : Optional.of("knock");
        }

        @Override
        public void close() {}
    }
}
