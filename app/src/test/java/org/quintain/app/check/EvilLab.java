package org.quintain.app.check;

import java.util.ArrayList;
import java.util.List;
import org.quintain.core.Assurance;
import org.quintain.core.Budget;
import org.quintain.core.Bytes;
import org.quintain.core.Catalog;
import org.quintain.core.Lab;
import org.quintain.core.LabCard;
import org.quintain.core.LabRun;
import org.quintain.core.Level;
import org.quintain.core.Mark;
import org.quintain.core.Message;
import org.quintain.core.Setup;
import org.quintain.core.Size;
import org.quintain.core.Verdict;

/** A lab whose checker does to the process what an answer asks for. */
public final class EvilLab implements Lab<EvilLab.Challenge, EvilLab.Answer> {
    static final int SUBMISSIONS = 20;
    static final LabCard CARD = LabCard.of("test.evil", 1)
            .assurance(Assurance.HANDOUT_ONLY)
            .criterion("word", 10, 64)
            .budget(Budget.ofQueries(1).withSubmissions(SUBMISSIONS))
            .levels(Level.BACHELOR)
            .minutes(5)
            .sources("A. Nobody, Evil, 2026")
            .build();

    /** Found by a child process on its class path. */
    public static final class Labs implements Catalog {
        @Override
        public List<Lab<?, ?>> labs() {
            return List.of(new EvilLab());
        }
    }

    public record Challenge(Bytes serial) {}

    public record Answer(@Size(max = 40) String deed) {}

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
        Bytes serial = Bytes.of(setup.seed().draw("serial").bytes(8));
        return new LabRun<>(new Challenge(serial), answer -> check(answer, serial));
    }

    private static Verdict check(Answer answer, Bytes serial) {
        switch (answer.deed()) {
            case "loop" -> loop();
            case "eat" -> eat();
            case "exit" -> Runtime.getRuntime().halt(0);
            case "overflow" -> overflow(1);
            case "nap" -> nap();
            case "print" -> System.out.println("noise where rows go");
            case "throw" -> throw new IllegalStateException("a secret text");
            case "many" -> {
                return new Verdict(List.of(new Mark("word", 11, Message.of("judged"))));
            }
            default -> {}
        }
        return CARD.marking()
                .mark("word", answer.deed().equals(serial.toHex()), Message.of("judged"))
                .verdict();
    }

    private static void loop() {
        while (Thread.currentThread().isAlive()) {
            Thread.onSpinWait();
        }
    }

    /** Works for four milliseconds. */
    private static void nap() {
        long end = System.nanoTime() + 4_000_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static void eat() {
        List<long[]> eaten = new ArrayList<>();
        while (eaten.size() >= 0) {
            eaten.add(new long[1 << 20]);
        }
    }

    private static int overflow(int depth) {
        return 1 + overflow(depth + 1);
    }
}
