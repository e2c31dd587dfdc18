package org.quintain.core.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quintain.core.Assurance;
import org.quintain.core.Attachment;
import org.quintain.core.Bytes;
import org.quintain.core.Language;
import org.quintain.core.Params;
import org.quintain.core.RefusedException;
import org.quintain.core.toys.Toys;
import org.quintain.core.toys.vault.VaultAttack;
import org.quintain.core.toys.vault.VaultLab;
import org.quintain.core.wire.Json;

/** Handouts: what is in them, and that it comes back. */
class HandoutTest {
    private final Handout handout = Toys.issuer().handout(Toys.ADA, Toys.VAULT, Params.of(VaultLab.LENGTH, 12));
    private final String json = handout.toJson(Toys.VAULT, Language.FR);

    private Handout readBack() {
        return Handout.read(Bytes.utf8(json));
    }

    @Test
    void handoutIsReadBack() {
        Handout read = readBack();
        assertEquals(
                List.of(handout.heading(), handout.files(), handout.answers(), handout.data()),
                List.of(read.heading(), read.files(), read.answers(), read.data()));
    }

    @Test
    void challengeOfAHandoutHasTheSameData() {
        VaultLab.Challenge issued = Toys.issuer()
                .open(Toys.ADA, Toys.VAULT, Params.of(VaultLab.LENGTH, 12))
                .challenge();
        VaultLab.Challenge read = readBack().challenge(VaultLab.Challenge.class);
        assertEquals(List.of(issued.note(), issued.plan()), List.of(read.note(), read.plan()));
    }

    @Test
    void fileStandsOnceUnderFilesAndIsNamedInTheData() {
        assertEquals(
                List.of(Map.of("file", "plan.txt"), 1),
                List.of(handout.data().get("plan"), handout.files().size()));
    }

    @Test
    void targetOfAHandoutIsCalledOverATransport() {
        Session<?, ?> session = Toys.issuer().open(Toys.ADA, "toy.vault", Map.of("length", "12"));
        VaultLab.Challenge challenge = readBack().challenge(VaultLab.Challenge.class, session::call);
        assertEquals(
                100,
                ((org.quintain.core.Verdict) Remote.submit(session::call, new VaultAttack(Toys.VAULT).run(challenge)))
                        .earned());
    }

    @Test
    void targetOfAHandoutWithoutTransportSaysWhatItNeeds() {
        VaultLab.Challenge challenge = readBack().challenge(VaultLab.Challenge.class);
        IllegalStateException noTarget = assertThrows(
                IllegalStateException.class, () -> challenge.keypad().rightBytes(new byte[1]));
        assertEquals("a served target wanted: lab=toy.vault", noTarget.getMessage());
    }

    @Test
    void targetIsNotInTheData() {
        assertFalse(handout.data().containsKey("keypad"));
    }

    @Test
    void hintsAreNotInTheHandout() {
        assertFalse(json.contains("octet après"));
    }

    @Test
    void textsAreInTheLearnersLanguage() {
        assertTrue(json.contains("\"locale\": \"fr\"") && json.contains("Le clavier bavard"));
    }

    @Test
    void practiceHandoutSaysSo() {
        try (Issuer practice = Issuer.practice(Toys.LABS)) {
            Handout free = practice.handout(Toys.ADA, Toys.VAULT, Params.none());
            assertEquals(Assurance.PRACTICE, free.heading().assurance());
        }
    }

    @Test
    void templateRepeatsTheHeadingAndEveryFieldOfTheAnswer() {
        Map<String, Object> template = Toys.parse(handout.submissionTemplate());
        assertEquals(
                List.of("lab-submission/1", "ada", Map.of("length", "12"), Map.of("code", "")),
                List.of(
                        template.get("format"),
                        template.get("learner"),
                        template.get("params"),
                        template.get("answers")));
    }

    @ParameterizedTest
    @CsvSource({
        "format, lab-handout/2, format",
        "tenant, '', format",
        "learner, 5, format",
        "issue, 0, format",
        "issue, 99999999999, format",
        "issue, , format",
        "assurance, handout_only, format",
        "assurance, NONE, format",
        "keyId, , format",
        "data, , format",
        "answers, , format",
        "score, 100, value-unknown"
    })
    void handoutOfAnotherFormIsRefused(String name, String value, String key) {
        Map<String, Object> fields = new LinkedHashMap<>(Toys.parse(json));
        if (value == null) {
            fields.remove(name);
        } else {
            fields.put(name, value.matches("[0-9]+") ? (Object) Long.valueOf(value) : value);
        }
        RefusedException refused =
                assertThrows(RefusedException.class, () -> Handout.read(Bytes.utf8(Json.write(fields))));
        assertEquals(key, refused.why().key());
    }

    @Test
    void fileOfAHandoutIsCheckedLikeAnyOther() {
        String evil = json.replace("\"plan.txt\"", "\"../plan.txt\"");
        RefusedException refused = assertThrows(RefusedException.class, () -> Handout.read(Bytes.utf8(evil)));
        assertEquals("file-name", refused.why().key());
    }

    record TwoFiles(Attachment one, Attachment other) {}

    @Test
    void twoFilesOfOneNameAreRefused() {
        Attachment one = new Attachment("a.txt", "text/plain", Bytes.utf8("1"));
        Attachment other = new Attachment("a.txt", "text/plain", Bytes.utf8("2"));
        org.quintain.core.Lab<TwoFiles, VaultLab.Answer> lab = new org.quintain.core.Lab<>() {
            @Override
            public org.quintain.core.LabCard card() {
                return Toys.VAULT.card();
            }

            @Override
            public Class<TwoFiles> challengeType() {
                return TwoFiles.class;
            }

            @Override
            public Class<VaultLab.Answer> answerType() {
                return VaultLab.Answer.class;
            }

            @Override
            public org.quintain.core.LabRun<TwoFiles, VaultLab.Answer> open(org.quintain.core.Setup setup) {
                return new org.quintain.core.LabRun<>(new TwoFiles(one, other), answer -> null);
            }
        };
        assertThrows(IllegalArgumentException.class, () -> Toys.issuer().handout(Toys.ADA, lab, Params.none()));
    }
}
