package org.quintain.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quintain.core.grade.Assignment;
import org.quintain.core.grade.Course;
import org.quintain.core.grade.Entry;
import org.quintain.core.grade.Grader;
import org.quintain.core.grade.Row;
import org.quintain.core.serve.Issuer;
import org.quintain.core.serve.Session;
import org.quintain.core.toys.Toys;
import org.quintain.core.toys.vault.VaultAttack;
import org.quintain.core.toys.vault.VaultLab;

/** The example of the README: what stands between the markers is quoted there. */
class EmbeddingExampleTest {
    private final Bytes courseKey = Toys.KEY;
    private final Catalog labs = Toys.LABS;

    private Bytes filledIn(String template) {
        VaultLab.Answer answer = new VaultAttack(Toys.VAULT)
                .run(Issuer.open(courseKey, labs)
                        .open(Toys.ADA, Toys.VAULT, Params.none())
                        .challenge());
        return Bytes.utf8(template.replace(
                "\"code\": \"\"", "\"code\": \"" + answer.code().toHex() + "\""));
    }

    @Test
    void tenLinesIssueServeAndGrade() {
        // tag::embed[]
        Seat ada = new Seat("uni-a", "crypto-101", "ada", 1);
        Issuer issuer = Issuer.open(courseKey, labs);
        Session<?, ?> session = issuer.open(ada, "toy.vault", Map.of());
        String reply = session.call("{\"id\":1,\"on\":\"keypad\",\"call\":\"rightBytes\",\"args\":[\"00\"]}");
        Outcome outcome = session.submitJson(Bytes.utf8("{\"code\":\"0011223344556677\"}"));

        String toFillIn = issuer.handout(ada, session.lab(), Params.none()).submissionTemplate();
        List<Assignment> assignments = List.of(Assignment.of("toy.vault", 1, Map.of()));
        Course course = new Course("uni-a", "crypto-101", issuer.keyId(), assignments, List.of());
        Row row = Grader.open(courseKey, labs, course).grade(Entry.of("ada.json", filledIn(toFillIn)));
        // end::embed[]
        assertEquals("{\"id\":1,\"result\":0}", reply);
        assertEquals(0, ((Verdict) outcome).earned());
        assertEquals(100, row.earned());
    }
}
