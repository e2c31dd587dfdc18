package org.quintain.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quintain.core.Bytes;
import org.quintain.core.Catalog;
import org.quintain.core.Language;
import org.quintain.core.Outcome;
import org.quintain.core.Params;
import org.quintain.core.Seat;
import org.quintain.core.Verdict;
import org.quintain.core.serve.Issuer;
import org.quintain.core.serve.Session;

/** The ten lines of the README. */
class ReadmeExampleTest {
    @Test
    void tenLinesIssueAndJudgeALab() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        Bytes courseKey = Bytes.of(random);
        // tag::ten-lines[]
        Seat seat = new Seat("uni-a", "crypto-101", "u-4711", 1);
        try (Issuer issuer = Issuer.open(courseKey, Catalog.installed())) {
            Session<?, ?> session = issuer.open(seat, "crypto.caesar-shift", Map.of());
            String handout = issuer.handout(seat, session.lab(), Params.none()).toJson(session.lab(), Language.EN);
            String answers = askTheLearner(handout);
            Outcome outcome = session.submitJson(Bytes.utf8(answers));
            if (outcome instanceof Verdict verdict) {
                store(seat, verdict.earned(), session.lab().card().maxPoints());
            }
        }
        // end::ten-lines[]
        assertEquals("u-4711 has 0 of 100", stored);
    }

    private String stored;

    private static String askTheLearner(String handout) {
        assertTrue(handout.contains("\"ciphertext\""));
        return "{\"plaintext\": \"no idea\", \"shift\": 0}";
    }

    private void store(Seat seat, int earned, int max) {
        stored = seat.learner() + " has " + earned + " of " + max;
    }
}
