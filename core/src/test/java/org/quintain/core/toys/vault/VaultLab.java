package org.quintain.core.toys.vault;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.quintain.core.Assurance;
import org.quintain.core.Attachment;
import org.quintain.core.Budget;
import org.quintain.core.Bytes;
import org.quintain.core.Lab;
import org.quintain.core.LabCard;
import org.quintain.core.LabRun;
import org.quintain.core.Level;
import org.quintain.core.Message;
import org.quintain.core.Param;
import org.quintain.core.RefusedException;
import org.quintain.core.Setup;
import org.quintain.core.Size;
import org.quintain.core.Verdict;

/** A toy for core's own tests: a keypad that says how many leading bytes are right. Each flaw breaks one rule. */
public class VaultLab implements Lab<VaultLab.Challenge, VaultLab.Answer> {
    /** Bytes of the code. */
    public static final Param<Integer> LENGTH = Param.integer("length", 8, 8, 16);

    /** Ways to break the contract. */
    public enum Flaw {
        SAME_CODE_FOR_ALL,
        KEYPAD_WITHOUT_METER,
        CODE_IN_NOTE,
        OTHER_NOTE_EACH_TIME,
        OTHER_REPLY_EACH_TIME,
        EMPTY_ANSWER_WINS,
        TWIN_GIVES_WAY,
        TWIN_REFUSES_EVERYBODY,
        NEAR_MISS_WINS,
        ANY_ANSWER_WINS,
        CHECKER_THROWS,
        CHECKER_OVERFLOWS_STACK,
        TOO_MANY_POINTS,
        MARKS_IN_WRONG_ORDER,
        NO_VERDICT,
        MESSAGE_WITHOUT_WORDS,
        MESSAGE_WITHOUT_ARGUMENT,
        CHECKER_REFUSES,
        CHECKER_OVERDRAWS,
        OPEN_THROWS
    }

    /** A keypad that leaks. */
    public interface Keypad {
        /**
         * Tries a code.
         *
         * @param code the code
         * @return how many leading bytes are right
         */
        int rightBytes(@Size(max = 16) byte[] code);
    }

    /**
     * What a learner gets.
     *
     * @param keypad the keypad
     * @param note a note beside it
     * @param plan a drawing
     */
    public record Challenge(Keypad keypad, Bytes note, Attachment plan) {}

    /**
     * What a learner hands in.
     *
     * @param code the code
     */
    public record Answer(@Size(max = 16) Bytes code) {}

    private static final AtomicLong EACH_TIME = new AtomicLong();

    private final Set<Flaw> flaws;
    private final LabCard card;

    /** A vault with flaws. */
    public VaultLab(Flaw... flaws) {
        this(Assurance.REPLAYED_ANSWER, flaws);
    }

    /** A vault with another assurance. */
    public VaultLab(Assurance assurance, Flaw... flaws) {
        this.flaws = new TreeSet<>(Arrays.asList(flaws));
        this.card = LabCard.of("toy.vault", 3)
                .assurance(assurance)
                .criterion("code", 80, 64)
                .criterion("first-half", 20, 32)
                .parameter(Param.HARDENED)
                .parameter(LENGTH)
                .budget(Budget.ofQueries(4096).withSubmissions(3))
                .levels(Level.BACHELOR)
                .sources("none: a toy")
                .build();
    }

    private boolean has(Flaw flaw) {
        return flaws.contains(flaw);
    }

    @Override
    public LabCard card() {
        return card;
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
        if (has(Flaw.OPEN_THROWS)) {
            throw new IllegalStateException("the vault does not open");
        }
        int length = setup.params().get(LENGTH);
        byte[] code = has(Flaw.SAME_CODE_FOR_ALL)
                ? Bytes.utf8("0123456789abcdef".substring(0, length)).toArray()
                : setup.seed().secret("code").bytes(length);
        Bytes note = Bytes.of(
                has(Flaw.CODE_IN_NOTE) ? code : setup.seed().draw("note").bytes(12));
        if (has(Flaw.OTHER_NOTE_EACH_TIME)) {
            note = Bytes.utf8("note " + EACH_TIME.incrementAndGet());
        }
        Attachment plan = new Attachment("plan.txt", "text/plain", Bytes.utf8("a keypad"));
        return new LabRun<>(
                new Challenge(keypad(setup, code), note, plan), answer -> check(setup, Bytes.of(code), answer));
    }

    private Keypad keypad(Setup setup, byte[] code) {
        boolean isHardened = setup.params().get(Param.HARDENED);
        return guess -> {
            if (!has(Flaw.KEYPAD_WITHOUT_METER)) {
                setup.meter().query();
            }
            if (guess.length > code.length) {
                throw new RefusedException(Message.of("too-long", "max", code.length));
            }
            if (isHardened && has(Flaw.TWIN_REFUSES_EVERYBODY)) {
                throw new IllegalStateException("closed");
            }
            int right = Arrays.mismatch(guess, code);
            right = right < 0 ? code.length : right;
            if (has(Flaw.OTHER_REPLY_EACH_TIME) && guess.length == 0) {
                return (int) EACH_TIME.incrementAndGet();
            }
            boolean isVague = isHardened && !has(Flaw.TWIN_GIVES_WAY);
            return isVague && right < code.length ? 0 : right;
        };
    }

    private Verdict check(Setup setup, Bytes code, Answer answer) {
        Bytes found = answer.code();
        if (has(Flaw.CHECKER_THROWS) && found.sizeBytes() != code.sizeBytes()) {
            throw new ArrayIndexOutOfBoundsException(found.sizeBytes());
        }
        if (has(Flaw.CHECKER_OVERFLOWS_STACK)) {
            return check(setup, code, answer);
        }
        if (has(Flaw.CHECKER_REFUSES)) {
            open(setup.again()).challenge().keypad().rightBytes(new byte[17]);
        }
        if (has(Flaw.CHECKER_OVERDRAWS)) {
            Keypad again = open(setup.again()).challenge().keypad();
            while (true) {
                again.rightBytes(new byte[1]);
            }
        }
        if (has(Flaw.NO_VERDICT)) {
            return null;
        }
        if (has(Flaw.ANY_ANSWER_WINS)
                || has(Flaw.EMPTY_ANSWER_WINS) && found.sizeBytes() == 0
                || has(Flaw.NEAR_MISS_WINS) && found.sizeBytes() == code.sizeBytes()) {
            return verdict(80, 20);
        }
        int right = Arrays.mismatch(found.toArray(), code.toArray());
        return right < 0 ? verdict(80, 20) : verdict(0, right >= 4 ? 20 : 0);
    }

    private Verdict verdict(int code, int half) {
        if (has(Flaw.TOO_MANY_POINTS)) {
            return new Verdict(java.util.List.of(
                    new org.quintain.core.Mark("code", 81, Message.of("code-right")),
                    new org.quintain.core.Mark("first-half", 20, Message.of("half-right"))));
        }
        if (has(Flaw.MARKS_IN_WRONG_ORDER)) {
            return new Verdict(java.util.List.of(
                    new org.quintain.core.Mark("first-half", half, Message.of("half-right")),
                    new org.quintain.core.Mark("code", code, Message.of("code-right"))));
        }
        String wrong = has(Flaw.MESSAGE_WITHOUT_WORDS) ? "no-words-for-this" : "code-wrong";
        return card.marking()
                .mark("code", code > 0, Message.of(code > 0 ? "code-right" : wrong))
                .mark(
                        "first-half",
                        half > 0,
                        half > 0 || has(Flaw.MESSAGE_WITHOUT_ARGUMENT)
                                ? Message.of(half > 0 ? "half-right" : "half-wrong")
                                : Message.of("half-wrong", "bytes", 4))
                .verdict();
    }
}
