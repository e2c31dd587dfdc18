package org.quintain.core.serve;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.quintain.core.BudgetExhaustedException;
import org.quintain.core.Checker;
import org.quintain.core.Criterion;
import org.quintain.core.Faulted;
import org.quintain.core.Lab;
import org.quintain.core.LabCard;
import org.quintain.core.Mark;
import org.quintain.core.Message;
import org.quintain.core.Outcome;
import org.quintain.core.RefusedException;
import org.quintain.core.Rejected;
import org.quintain.core.Verdict;
import org.quintain.core.wire.Links;
import org.quintain.core.wire.Shapes;

/** Turns whatever a checker does into an outcome. */
public final class Judge {
    private Judge() {}

    /**
     * Reads an answer and has it judged.
     *
     * @param lab the lab
     * @param answers plain JSON tree of the answer's fields
     * @param judge what to do with an answer of the declared form
     * @param <A> type of the answer
     * @return what {@code judge} says; {@code answer-form} if the tree is no answer of the declared form
     */
    public static <A extends Record> Outcome read(Lab<?, A> lab, Object answers, Function<A, Outcome> judge) {
        A answer;
        try {
            answer = lab.answerType().cast(Shapes.answer(lab.answerType()).read(answers, "", Links.NONE));
        } catch (RefusedException badForm) {
            return new Rejected("answer-form", badForm.why());
        } catch (RuntimeException | StackOverflowError ours) {
            return faulted(lab.card().id(), ours);
        }
        return judge.apply(answer);
    }

    /**
     * Lets a checker judge an answer.
     *
     * @param card the lab's card
     * @param checker opens the learner's instance and gives its checker; whatever it throws is a fault
     * @param answer of the declared form
     * @param <A> type of the answer
     * @return a verdict that fits the card, or a fault; a refusal or an exhausted budget in the checker's replay gives a
     *     verdict with nothing earned
     */
    public static <A extends Record> Outcome check(LabCard card, Supplier<Checker<A>> checker, A answer) {
        Checker<A> opened;
        try {
            opened = checker.get();
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError | OutOfMemoryError ours) {
            return faulted(card.id(), ours);
        }
        try {
            Verdict verdict = opened.check(answer);
            if (!fits(card, verdict)) {
                return faulted(card.id(), new IllegalStateException("a verdict that fits the card wanted"));
            }
            return verdict;
        } catch (RefusedException inReplay) {
            return card.marking().otherwise(inReplay.why());
        } catch (BudgetExhaustedException inReplay) {
            return card.marking().otherwise(Message.of("replay-budget-exhausted"));
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError | OutOfMemoryError ours) {
            return faulted(card.id(), ours);
        }
    }

    private static boolean fits(LabCard card, Verdict verdict) {
        List<Criterion> criteria = card.criteria();
        if (verdict == null || verdict.marks().size() != criteria.size()) {
            return false;
        }
        for (int i = 0; i < criteria.size(); i++) {
            Mark mark = verdict.marks().get(i);
            if (!mark.criterion().equals(criteria.get(i).id())
                    || mark.why() == null
                    || mark.earned() < 0
                    || mark.earned() > criteria.get(i).points()) {
                return false;
            }
        }
        return true;
    }

    /**
     * The outcome for a failure of ours.
     *
     * @param labId which lab
     * @param thrown what was thrown
     * @return type and an incident name that depends on the type and the place it was thrown at, never on its text
     */
    public static Faulted faulted(String labId, Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        String cause = labId + " " + thrown.getClass().getName() + " " + (trace.length == 0 ? "" : trace[0]);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(cause.getBytes(StandardCharsets.UTF_8));
            return new Faulted(
                    HexFormat.of().formatHex(digest, 0, 4), thrown.getClass().getName());
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
