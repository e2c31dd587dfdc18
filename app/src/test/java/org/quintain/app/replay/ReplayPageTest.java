package org.quintain.app.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quintain.app.pages.Browser;
import org.quintain.core.Language;
import org.quintain.core.Seat;
import org.quintain.core.Setup;
import org.quintain.core.text.Texts;
import org.quintain.net.sim.recording.FrameKind;
import org.quintain.net.sim.recording.Recorder;

class ReplayPageTest {
    private static final LampLab LAB = new LampLab();

    @TempDir
    private Path temp;

    static Replayed replayed(int lies) {
        Recorder recorder = new Recorder();
        var run = LAB.open(Setup.practice(LAB, 1, org.quintain.core.Params.none()), recorder);
        var outcome = run.checker().check(LampAttack.poison(run.challenge(), lies));
        return Replayed.of(LAB, Optional.of(Seat.practice(1)), "0123456789abcdef0123", Optional.of(outcome), recorder);
    }

    private static String page(Replayed replayed, Language language) {
        Map<String, byte[]> files = ReplayFiles.of(replayed, language);
        return new String(files.values().iterator().next(), StandardCharsets.UTF_8);
    }

    private static int count(String part, String page) {
        return page.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void aForgedFrameDiffersByShapeSignWordAndClass() {
        String page = page(replayed(1), Language.EN);

        assertTrue(page.contains("✱ forged: ARP announcement: "), page);
        Matcher head =
                Pattern.compile("<path class=\"head forged\" d=\"([^\"]+)\"").matcher(page);
        while (head.find()) {
            assertFalse(head.group(1).endsWith("Z"), head.group());
        }
        assertTrue(Pattern.compile("<path class=\"head genuine\" d=\"[^\"]+Z\"")
                .matcher(page)
                .find());
        assertTrue(page.contains("<path class=\"line own\""));
        assertTrue(page.contains("<td>✱ forged</td>"));
        assertTrue(page.contains("<td>genuine</td>"));
    }

    @Test
    void theTableHoldsEveryFrameOnce() {
        Replayed replayed = replayed(1);
        String page = page(replayed, Language.EN);
        int frames = replayed.recordings().get(0).frames().size();

        assertTrue(frames > 8, () -> "frames: " + frames);
        assertEquals(frames, count("<tr class=\"", page));
        assertEquals(1, replayed.recordings().size());
        assertEquals(100, ((org.quintain.core.Verdict) replayed.outcome().orElseThrow()).earned());
    }

    @Test
    void aLongRunIsShortenedAndSaysSo() {
        Replayed replayed = replayed(5000);
        String page = page(replayed, Language.EN);

        assertEquals(5001, replayed.recordings().get(0).count(FrameKind.FORGED));
        assertEquals(Diagram.FIRST + Diagram.FORGED, count("<circle class=\"start ", page));
        assertTrue(page.contains("The picture shows 400 of them: the first 200, then forged ones only."));
        assertEquals(RunPart.TABLE, count("<tr class=\"", page));
        assertTrue(page.contains("The table ends after 3000 rows."));
        assertTrue(page.contains("frames are not drawn here"));
        assertTrue(page.length() < 3_000_000, () -> "length: " + page.length());
    }

    @Test
    void aShortRunIsDrawnWhole() {
        Replayed replayed = replayed(1);
        String drawn = page(replayed, Language.EN);
        assertFalse(drawn.contains("frames are not drawn here"));
    }

    @Test
    void theCaptureMarksForgedFramesAndNoGenuineOne() {
        Replayed replayed = replayed(1);
        Map<String, byte[]> files = ReplayFiles.of(replayed, Language.EN);
        assertEquals(
                List.of("replay-test.lamp-0123456789abcdef0123.html", "replay-test.lamp-0123456789abcdef0123.pcapng"),
                List.copyOf(files.keySet()));
        String capture =
                new String(files.get("replay-test.lamp-0123456789abcdef0123.pcapng"), StandardCharsets.ISO_8859_1);
        assertEquals(replayed.recordings().get(0).count(FrameKind.FORGED), count("forged: the learner", capture));
    }

    @Test
    void whatALearnerWroteIsEscaped() {
        Replayed replayed = replayed(1).as(Optional.of(new Seat("t", "c", "<script>alert(1)</script>", 1)));
        String page = page(replayed, Language.EN);
        assertFalse(page.contains("<script"), page);
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaces() {
        Texts english = Texts.load(FrameWords.class, "replay.en.properties");
        Texts french = Texts.load(FrameWords.class, "replay.fr.properties");
        assertEquals(english.keys(), french.keys());
        Map<String, Object> places = new TreeMap<>();
        for (String key : english.keys()) {
            places.put(key, new TreeSet<>(english.places(key).orElseThrow()));
            assertEquals(places.get(key), new TreeSet<>(french.places(key).orElseThrow()), key);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void axeFindsNothingAndNobodyScrollsSidewaysAt320Pixels(Language language) {
        Browser browser = Browser.orSkip("the accessibility of a replay", temp);
        String page = page(replayed(30), language);
        assertEquals("", String.join("\n", browser.violations(page)));
        int width = browser.scrollWidthAt(page, 320);
        assertTrue(width <= 320, () -> "wide: " + width);
    }

    @Test
    void thePolicyLetsTheStyleSheetThrough() {
        Browser browser = Browser.orSkip("the policy of a replay", temp);
        String page = page(replayed(1), Language.EN);
        String dashes = "view.getComputedStyle(page.querySelector('.line.forged')).strokeDasharray";
        assertEquals("9px, 5px", browser.inFrame(page, 1280, dashes));
    }
}
