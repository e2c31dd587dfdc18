package org.quintain.app.handin;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.quintain.core.Attachment;
import org.quintain.core.Bytes;
import org.quintain.core.Catalog;
import org.quintain.core.Lab;
import org.quintain.core.LabCard;
import org.quintain.core.LabRun;
import org.quintain.core.Language;
import org.quintain.core.Level;
import org.quintain.core.Message;
import org.quintain.core.Params;
import org.quintain.core.Setup;
import org.quintain.core.Size;
import org.quintain.core.serve.Handout;
import org.quintain.core.serve.Issuer;
import org.quintain.core.text.Brief;

/** A lab whose answer has every shape; everything is right. */
public final class FormsLab implements Lab<FormsLab.Challenge, FormsLab.Answer> {
    private static final LabCard CARD = LabCard.of("test.forms", 1)
            .criterion("all", 10, 1)
            .levels(Level.BACHELOR)
            .minutes(1)
            .sources("A. Nobody, Forms, 2026")
            .build();

    /** Two constants. */
    public enum Colour {
        SKY_BLUE,
        RED
    }

    public record Pair(int x, int y) {}

    public record Challenge(Bytes serial, List<Pair> pairs, String tale, Attachment map) {}

    public record Answer(
            @Size(max = 400) BigInteger big,
            boolean open,
            Optional<Colour> colour,
            @Size(max = 5) List<Pair> pairs,
            @Size(max = 5) List<@Size(max = 3) List<Integer>> rows,
            Optional<@Size(max = 9) String> note,
            @Size(max = 3) List<@Size(max = 4) Bytes> keys,
            Optional<Pair> spot,
            @Size(max = 99) Attachment picture) {}

    public static Handout handout() {
        try (Issuer issuer = Issuer.open(Answers.KEY, Catalog.of(List.of(new FormsLab())))) {
            return issuer.handout(Answers.seat(1), new FormsLab(), Params.none());
        }
    }

    static String template() {
        return AnswerSheet.template(handout(), Brief.of(new FormsLab(), Language.EN));
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

    @Override
    public LabRun<Challenge, Answer> open(Setup setup) {
        return new LabRun<>(
                new Challenge(
                        Bytes.of(setup.seed().draw("serial").bytes(40)),
                        List.of(new Pair(1, 2), new Pair(3, 4)),
                        "Once <b>upon</b> a time\nthere was `code`",
                        new Attachment("map.txt", "text/plain", Bytes.utf8("x marks the spot"))),
                answer -> CARD.marking().mark("all", true, Message.of("right")).verdict());
    }
}
