package org.quintain.compat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quintain.core.Bytes;
import org.quintain.core.Catalog;
import org.quintain.core.Language;
import org.quintain.core.LibraryVersion;
import org.quintain.core.Params;
import org.quintain.core.Seat;
import org.quintain.core.Verdict;
import org.quintain.core.grade.Assignment;
import org.quintain.core.grade.Course;
import org.quintain.core.grade.Entry;
import org.quintain.core.grade.Grader;
import org.quintain.core.grade.Learner;
import org.quintain.core.grade.Row;
import org.quintain.core.serve.Handout;
import org.quintain.core.serve.Issuer;
import org.quintain.core.serve.Session;
import org.quintain.core.serve.TranscriptStore;
import org.quintain.crypto.caesarshift.CaesarShiftLab;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Quintain inside a Spring Boot application: the same test against each line of Spring Boot. */
@SpringBootTest(classes = CompatApplication.class)
class EmbeddedLabTest {
    @Autowired
    private PlatformJson platformJson;

    @Test
    void quintainComesFromItsJar() {
        assertNotEquals("unpackaged", LibraryVersion.current());
    }

    @Test
    void thePlatformsJsonAndQuintainsParserWorkSideBySide() {
        String json = platformJson.write(Map.of("lab", "crypto.example"));

        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            assertEquals(JsonToken.START_OBJECT, parser.nextToken());
            assertEquals("lab", parser.nextName());
            assertEquals("crypto.example", parser.nextStringValue());
        }
    }

    @Test
    void aLabIsIssuedServedAndGraded() {
        Catalog labs = Catalog.installed();
        Bytes courseKey = Bytes.ofHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
        Seat seat = new Seat("uni-a", "crypto-101", "u-4711", 1);
        CaesarShiftLab lab = new CaesarShiftLab();
        try (Issuer issuer = Issuer.open(courseKey, labs)) {
            String handout = issuer.handout(seat, lab, Params.none()).toJson(lab, Language.FR);
            Handout received = Handout.read(Bytes.utf8(handout));
            assertEquals("u-4711", received.heading().seat().learner());
            assertNotEquals(
                    "", received.challenge(CaesarShiftLab.Challenge.class).ciphertext());

            Session<?, ?> session =
                    issuer.serve(seat, "crypto.cbc-padding-oracle", Map.of(), TranscriptStore.inMemory());
            String call = platformJson.write(Map.of("id", 1, "on", "session", "call", "usage", "args", List.of()));
            assertEquals("{\"id\":1,\"result\":{\"queries\":0,\"packets\":0,\"virtualMicros\":0}}", session.call(call));

            Course course = new Course(
                    "uni-a",
                    "crypto-101",
                    issuer.keyId(),
                    List.of(Assignment.of(lab.card().id(), 1, Map.of())),
                    List.of(Learner.of("u-4711")));
            String handIn = received.submission(new CaesarShiftLab.Answer("", 0));
            Row row = Grader.open(courseKey, labs, course).grade(Entry.of("u-4711", Bytes.utf8(handIn)));
            assertEquals(2, ((Verdict) row.outcome()).marks().size());
            assertEquals(0, row.earned());
        }
    }
}
