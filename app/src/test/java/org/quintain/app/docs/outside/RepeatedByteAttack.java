package org.quintain.app.docs.outside;

import java.util.List;
import org.quintain.app.docs.outside.RepeatedByteLab.Answer;
import org.quintain.app.docs.outside.RepeatedByteLab.Challenge;
import org.quintain.core.Lab;
import org.quintain.core.contract.HardSeat;
import org.quintain.core.contract.NearMiss;
import org.quintain.core.contract.Reference;

// tag::reference[]
/** The first letter is a t, and so the key is known. */
public final class RepeatedByteAttack implements Reference<Challenge, Answer> {
    @Override
    public Answer run(Challenge challenge) {
        byte[] text = challenge.ciphertext().toArray();
        int key = text[0] ^ 't';
        StringBuilder word = new StringBuilder();
        for (int i = "the word is ".length(); i < text.length; i++) {
            word.append((char) (text[i] ^ key));
        }
        return new Answer(word.toString());
    }

    @Override
    public Lab<Challenge, Answer> lab() {
        return new RepeatedByteLab();
    }

    @Override
    public void honestUse(Challenge challenge) {} // nothing to use: there is only a handout

    @Override
    public List<NearMiss<Answer>> nearMisses(Challenge challenge, Answer right) {
        return List.of(NearMiss.of(
                "backwards",
                new Answer(new StringBuilder(right.word()).reverse().toString())));
    }

    @Override
    public List<HardSeat> hardSeats() {
        return List.of();
    }
}
// end::reference[]
