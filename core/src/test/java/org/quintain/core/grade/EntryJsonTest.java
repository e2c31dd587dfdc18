package org.quintain.core.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quintain.core.Bytes;
import org.quintain.core.RefusedException;
import org.quintain.core.serve.Transcript;

class EntryJsonTest {
    private static Entry read(String line) {
        return EntryJson.read(Bytes.utf8(line), "file.jsonl:17");
    }

    private static Entry again(Entry entry) {
        return read(EntryJson.write(entry));
    }

    @Test
    void allThatAPlatformKnowsComesBack() {
        Entry entry = new Entry(
                "attempt 17",
                Optional.of("élodie"),
                Bytes.utf8("{\"format\":\"lab-submission/1\"}"),
                Optional.of(Instant.parse("2026-03-29T01:30:00.123Z")),
                Set.of("2", "10"),
                Optional.of(new Transcript(List.of("{\"n\":1}", "{\"n\":2}"))));
        assertEquals(entry, again(entry));
        assertTrue(EntryJson.write(entry).contains("\"submission\":{\"format\""));
    }

    @Property(tries = 300)
    void anyBytesComeBack(@ForAll @Size(max = 60) byte[] content) {
        Entry entry = Entry.of("a", Bytes.of(content));
        assertEquals(entry, again(entry));
    }

    @Property(tries = 300)
    void anyTextComesBackOnOneLine(@ForAll String text) {
        Entry entry = Entry.of("a", Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
        assertEquals(entry, again(entry));
        assertEquals(1, EntryJson.write(entry).lines().count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ \"format\": \"lab-submission/1\" }",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1} {\"b\":2}",
                "\uFEFF{\"a\":1}",
                "{\"a\":1}\r\n",
                "{\"a\":1.5}",
                ""
            })
    void aHandInKeepsEachOfItsBytes(String content) {
        Entry entry = Entry.of("a", Bytes.utf8(content));
        assertFalse(EntryJson.write(entry).contains("\"submission\":"), content);
        assertEquals(entry, again(entry));
    }

    @Test
    void aLineThatIsNoEntryIsAHandInAlone() {
        for (String line : List.of("{\"format\":\"lab-submission/1\"}", "junk", "[1]", "{\"note\":\"lab-entry/1\"}")) {
            assertEquals(Entry.of("file.jsonl:17", Bytes.utf8(line)), read(line));
        }
    }

    @Test
    void anEntryWithoutAnOriginGetsTheLines() {
        assertEquals(
                "file.jsonl:17",
                read("{\"format\":\"lab-entry/1\",\"content\":\"\"}").origin());
        assertEquals(
                "file.jsonl:17",
                read("{\"format\":\"lab-entry/1\",\"origin\":\" \",\"content\":\"\"}")
                        .origin());
    }

    @Test
    void hintsMayBeNumbers() {
        String line = "{\"format\":\"lab-entry/1\",\"hintsTaken\":[1,\"2\",1],\"content\":\"\"}";
        assertEquals(Set.of("1", "2"), read(line).hintsTaken());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'format':'lab-entry/1'} | entry-form",
                "{'format':'lab-entry/1','content':'','base64':''} | entry-form",
                "{'format':'lab-entry/2','content':''} | format",
                "{'format':'lab-entry/1','content':'','earned':100} | value-unknown",
                "{'format':'lab-entry/1','content':'','content':''} | json-duplicate",
                "{'format':'lab-entry/1','content':''}{} | json-trailing",
                "{'format':'lab-entry/1','content':'' | json-syntax",
                "{'format':'lab-entry/1','content':'\\ud800'} | json-surrogate",
                "{'format':'lab-entry/1','content':'','receivedAt':'2026-13-01T00:00:00Z'} | entry-form",
                "{'format':'lab-entry/1','content':'','receivedAt':'2026-01-01T00:00:00+01:00'} | entry-form",
                "{'format':'lab-entry/1','content':'','receivedAt':'２026-01-01T00:00:00Z'} | entry-form",
                "{'format':'lab-entry/1','content':'','hintsTaken':[[]]} | entry-form",
                "{'format':'lab-entry/1','submission':[]} | entry-form",
                "{'format':'lab-entry/1','base64':'e'} | entry-form",
                "{'format':'lab-entry/1','content':'','learner':null} | entry-form"
            },
            quoteCharacter = '#')
    void whatIsMeantAsAnEntryAndIsNoneIsRefused(String line, String code) {
        RefusedException refused = assertThrows(RefusedException.class, () -> read(line.replace('\'', '"')));
        assertEquals(code, refused.why().key());
    }

    @Test
    void aTimeThatARowCannotHoldIsNotWritten() {
        Entry late = new Entry("a", Optional.empty(), Bytes.of(), Optional.of(Instant.MAX), Set.of(), Optional.empty());
        assertThrows(IllegalArgumentException.class, () -> EntryJson.write(late));
    }
}
