package org.quintain.app.docs.outside;

import org.quintain.core.Bytes;
import org.quintain.core.Lab;
import org.quintain.core.LabCard;
import org.quintain.core.LabRun;
import org.quintain.core.Level;
import org.quintain.core.Message;
import org.quintain.core.Setup;
import org.quintain.core.Size;
import org.quintain.core.Verdict;

// tag::lab[]
/** A code word under XOR with one byte, which is repeated. */
public final class RepeatedByteLab implements Lab<RepeatedByteLab.Challenge, RepeatedByteLab.Answer> {
    private static final LabCard CARD = LabCard.of("acme.repeated-byte", 1)
            .criterion("word", 100, 64)
            .levels(Level.LYCEE)
            .minutes(20)
            .sources("C. Shannon, Communication Theory of Secrecy Systems, Bell System Technical Journal 28(4), 1949")
            .build();

    /** What the learner gets: "the word is " and 16 hexadecimal digits, each byte XOR the key. */
    public record Challenge(Bytes ciphertext) {}

    /** What the learner hands in: the 16 digits. */
    public record Answer(@Size(max = 16) String word) {}

    @Override
    public LabRun<Challenge, Answer> open(Setup setup) {
        String word = Bytes.of(setup.seed().secret("word").bytes(8)).toHex();
        int key = 1 + setup.seed().secret("key").below(255);
        byte[] text = Bytes.utf8("the word is " + word).toArray();
        for (int i = 0; i < text.length; i++) {
            text[i] ^= (byte) key;
        }
        return new LabRun<>(new Challenge(Bytes.of(text)), answer -> check(word, answer));
    }

    private static Verdict check(String word, Answer answer) {
        boolean isRight = answer.word().equals(word);
        return CARD.marking()
                .mark("word", isRight, Message.of(isRight ? "word-right" : "word-wrong"))
                .verdict();
    }

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
}
// end::lab[]
