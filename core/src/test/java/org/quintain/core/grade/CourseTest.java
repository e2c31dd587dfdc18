package org.quintain.core.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quintain.core.Bytes;
import org.quintain.core.RefusedException;

/** The teacher's plan. */
class CourseTest {
    private static final Course COURSE = new Course(
            "uni-a",
            "crypto-101",
            "0b0b578f",
            List.of(Assignment.of("toy.vault", 1, Map.of("length", "9")), Assignment.of("toy.vault", 2, Map.of())),
            List.of(new Learner("\u00e9lodie", "\u00c9lodie B.", "e@uni-a.example", "g1", "fr"), Learner.of("ada")));

    @Test
    void planIsReadBack() {
        assertEquals(COURSE, Course.read(Bytes.utf8(COURSE.toJson())));
    }

    @Test
    void learnerWithoutDetailsIsRead() {
        String json = COURSE.toJson().replaceAll("(?s)\"roster\": .*", "\"roster\": [{\"learner\": \"ada\"}]}");
        assertEquals(List.of(Learner.of("ada")), Course.read(Bytes.utf8(json)).roster());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lab-course/1|lab-course/2|format",
                "\"tenant\": \"uni-a\"|\"tenant\": \"\"|course-value",
                "\"tenant\": \"uni-a\"|\"tenant\": null|course-form",
                "\"keyId\": \"0b0b578f\",||course-form",
                "\"issue\": 1|\"issue\": 0|course-value",
                "\"issue\": 1|\"issue\": 2|course-value",
                "\"issue\": 1|\"issue\": 99999999999|course-form",
                "\"issue\": 1|\"issue\": \"1\"|course-form",
                "\"length\": \"9\"|\"length\": 9|course-form",
                "\"lab\": \"toy.vault\"|\"lab\": null|course-form",
                "\"lab\": \"toy.vault\"|\"lap\": \"toy.vault\"|value-unknown",
                "\"email\"|\"e-mail\"|value-unknown",
                "\"assignments\"|\"assigments\"|value-unknown",
                "\"roster\": [|\"roster\": [5,|course-form",
                "\"learner\": \"ada\"|\"learner\": \"a\\u0000\"|course-value",
                "\"learner\": \"ada\"|\"learner\": \"e\u0301lodie \"|course-value"
            })
    void planOfAnotherFormIsRefused(String part, String instead, String key) {
        String json = COURSE.toJson().replace(part, instead == null ? "" : instead);
        RefusedException refused = assertThrows(RefusedException.class, () -> Course.read(Bytes.utf8(json)));
        assertEquals(key, refused.why().key());
    }

    @Property(tries = 200)
    void anyBytesAreRefused(@ForAll byte[] junk) {
        assertThrows(RefusedException.class, () -> Course.read(Bytes.of(junk)));
    }

    @Test
    void learnerNamedTwiceIsRefusedByPlaceAndNotByName() {
        List<Learner> twice = List.of(Learner.of("zed"), Learner.of("ada"), Learner.of("zed"));
        String text = assertThrows(
                        IllegalArgumentException.class,
                        () -> new Course("uni-a", "crypto-101", "00000000", List.of(), twice))
                .getMessage();
        assertEquals("each learner once wanted: roster entry 3", text);
    }

    @Test
    void labAskedForTwiceIsRefused() {
        Assignment once = Assignment.of("toy.vault", 1, Map.of());
        Assignment again = Assignment.of("toy.vault", 1, Map.of("length", "9"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Course("t", "c", "0b0b578f", List.of(once, again), List.of()));
    }
}
