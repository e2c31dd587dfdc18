package org.quintain.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quintain.app.docs.outside.RepeatedByteAttack;
import org.quintain.core.Attack;
import org.quintain.core.Catalog;
import org.quintain.core.Lab;
import org.quintain.core.LabCard;
import org.quintain.core.LabRun;
import org.quintain.core.Outcome;
import org.quintain.core.Param;
import org.quintain.core.Params;
import org.quintain.core.Seat;
import org.quintain.core.Setup;
import org.quintain.core.Verdict;
import org.quintain.core.contract.LabContract;
import org.quintain.core.derive.Noise;
import org.quintain.core.serve.Issuer;
import org.quintain.core.serve.Remote;
import org.quintain.core.serve.Session;
import org.quintain.core.serve.TranscriptStore;
import org.quintain.crypto.caesarshift.CaesarShiftLab;
import org.quintain.crypto.cbcpaddingoracle.CbcPaddingOracleLab;
import org.quintain.crypto.cbcpaddingoracle.CbcPaddingOracleLab.Answer;
import org.quintain.crypto.cbcpaddingoracle.CbcPaddingOracleLab.Challenge;
import org.quintain.crypto.cbcpaddingoracle.CbcPaddingOracleLab.PaddingOracle;
import org.quintain.solutions.crypto.caesarshift.CaesarShiftAttack;
import org.quintain.solutions.crypto.cbcpaddingoracle.CbcPaddingOracleAttack;

/** The snippets of docs/extend.md. */
class ExtendExampleTest {
    // tag::attack[]
    /** The most frequent letter of the note stands for E. */
    static CaesarShiftLab.Answer byMostFrequentLetter(CaesarShiftLab.Challenge challenge) {
        int[] counts = new int[26];
        challenge.ciphertext().chars().filter(c -> c >= 'A' && c <= 'Z').forEach(c -> counts[c - 'A']++);
        int most = 0;
        for (int letter = 1; letter < 26; letter++) {
            most = counts[letter] > counts[most] ? letter : most;
        }
        int shift = (most - 'E' + 'A' + 26) % 26;
        StringBuilder plaintext = new StringBuilder();
        for (char c : challenge.ciphertext().toCharArray()) {
            plaintext.append(c >= 'A' && c <= 'Z' ? (char) ('A' + (c - 'A' + 26 - shift) % 26) : c);
        }
        return new CaesarShiftLab.Answer(plaintext.toString(), shift);
    }
    // end::attack[]

    // tag::measure[]
    /** On how many of the first practice seats an attack earns full marks. */
    static <C extends Record, A extends Record> int successes(Lab<C, A> lab, Attack<C, A> attack, int seats) {
        int successes = 0;
        try (Issuer issuer = Issuer.practice(Catalog.installed())) {
            for (int number = 0; number < seats; number++) {
                Session<C, A> session = issuer.open(Seat.practice(number), lab, Params.none());
                Outcome outcome = session.submit(attack.run(session.challenge()));
                if (outcome instanceof Verdict verdict
                        && verdict.earned() == lab.card().maxPoints()) {
                    successes++;
                }
            }
        }
        return successes;
    }
    // end::measure[]

    @Test
    void anAttackIsSwappedForAnother() {
        // tag::swap[]
        int mine = successes(new CaesarShiftLab(), ExtendExampleTest::byMostFrequentLetter, 500);
        int reference = successes(new CaesarShiftLab(), new CaesarShiftAttack(), 500);
        // end::swap[]
        assertEquals(500, reference);
        assertTrue(mine > 250 && mine < 400, "the most frequent letter alone: " + mine);
    }

    @Test
    void aParameterIsSweptAndPrinted() {
        StringBuilder out = new StringBuilder();
        // tag::sweep[]
        CbcPaddingOracleLab lab = new CbcPaddingOracleLab();
        int seats = 20;
        out.append("blocks  mean queries\n");
        for (String blocks : List.of("2", "3", "4", "8")) {
            Params params = Params.of(CbcPaddingOracleLab.BLOCKS, blocks);
            long queries = 0;
            for (int number = 0; number < seats; number++) {
                Session<Challenge, Answer> session =
                        Issuer.practice(Catalog.installed()).open(Seat.practice(number), lab, params);
                new CbcPaddingOracleAttack().run(session.challenge());
                queries += session.usage().queries();
            }
            out.append(String.format("%6s  %12d%n", blocks, queries / seats));
        }
        // end::sweep[]
        List<Long> means = out.toString()
                .lines()
                .skip(1)
                .map(line -> Long.parseLong(line.strip().split(" +")[1]))
                .toList();
        assertEquals(means.stream().sorted().toList(), means, "longer pages cost more");
        assertTrue(means.get(0) > 2_000 && means.get(3) < 8 * 4_098, out.toString());
    }

    @Test
    void aRunIsRepeatedBitForBit() {
        // tag::repeat[]
        List<String> first = record(Seat.practice(7), Map.of("blocks", "2"));
        List<String> second = record(Seat.practice(7), Map.of("blocks", "2"));
        assertEquals(first, second); // each call, each reply, each seal
        // end::repeat[]
        assertTrue(first.size() > 1_000);
    }

    // tag::record[]
    /** The whole conversation of the reference attack with the target, as sealed evidence. */
    static List<String> record(Seat seat, Map<String, String> params) {
        TranscriptStore store = TranscriptStore.inMemory();
        try (Issuer issuer = Issuer.practice(Catalog.installed())) {
            Session<?, ?> session = issuer.serve(seat, "crypto.cbc-padding-oracle", params, store);
            new CbcPaddingOracleAttack().run(Remote.connect(Challenge.class, session::call));
            return session.transcript().lines();
        }
    }
    // end::record[]

    // tag::copy[]
    /** A research copy of the padding oracle: the server answers wrongly now and then. */
    static final class NoisyOracleLab implements Lab<Challenge, Answer> {
        static final Param<Integer> NOISE = Param.integer("noise-permille", 0, 0, 500);
        private static final CbcPaddingOracleLab ORIGINAL = new CbcPaddingOracleLab();
        private static final LabCard CARD = card(ORIGINAL.card());

        private static LabCard card(LabCard original) {
            LabCard.Builder card = LabCard.of("research.noisy-padding-oracle", 1)
                    .assurance(original.assurance())
                    .parameter(NOISE)
                    .budget(original.budget())
                    .levels(original.levels().get(0))
                    .sources(original.sources().get(0));
            original.criteria().forEach(c -> card.criterion(c.id(), c.points(), c.answerSpaceBits()));
            return card.build();
        }

        @Override
        public LabRun<Challenge, Answer> open(Setup setup) {
            LabRun<Challenge, Answer> run = ORIGINAL.open(setup);
            int permille = setup.params().get(NOISE);
            Noise noise = setup.seed().draw("noise").noise(); // drawn from the seed: each run can be repeated
            PaddingOracle exact = run.challenge().oracle();
            PaddingOracle noisy = (iv, text) -> exact.isPaddingValid(iv, text) ^ noise.below(1_000) < permille;
            Challenge challenge =
                    new Challenge(run.challenge().iv(), run.challenge().ciphertext(), noisy);
            return new LabRun<>(challenge, run.checker());
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
    // end::copy[]

    @Test
    void aTargetIsSwappedForAResearchCopy() {
        // tag::use-copy[]
        for (int permille : List.of(0, 10)) {
            Params params = Params.of(NoisyOracleLab.NOISE, permille);
            Session<Challenge, Answer> session =
                    Issuer.practice(Catalog.installed()).open(Seat.practice(3), new NoisyOracleLab(), params);
            Verdict verdict = (Verdict) session.submit(new CbcPaddingOracleAttack().run(session.challenge()));
            assertEquals(permille == 0 ? 100 : 0, verdict.earned());
        }
        // end::use-copy[]
    }

    @Test
    void aLabInAJarOfItsOwnIsFound(@TempDir Path folder) throws IOException {
        Path jar = jar(folder.resolve("acme-labs.jar"));
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, withoutTheLab())) {
            // tag::plug-in[]
            Catalog labs = Catalog.installed(loader); // with the jar on the class path: Catalog.installed()
            Lab<?, ?> lab = labs.find("acme.repeated-byte").orElseThrow();
            Session<?, ?> session = Issuer.practice(labs).open(Seat.practice(0), "acme.repeated-byte", Map.of());
            // end::plug-in[]
            assertEquals(loader, lab.getClass().getClassLoader());
            assertEquals(20, session.issueId().length());
            assertTrue(labs.find("crypto.caesar-shift").isPresent());
        }
    }

    /** What a plug-in sees of us: all but the lab itself, which must come out of the jar. */
    private static ClassLoader withoutTheLab() {
        return new ClassLoader(ExtendExampleTest.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (name.startsWith("org.quintain.app.docs.outside.")) {
                    throw new ClassNotFoundException(name);
                }
                return super.loadClass(name, resolve);
            }
        };
    }

    private static Path jar(Path jar) throws IOException {
        String folder = "org/quintain/app/docs/outside/";
        Path classes = Path.of("target", "test-classes").toAbsolutePath();
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.list(classes.resolve(folder))) {
            for (Path file : files.sorted().toList()) {
                out.putNextEntry(new ZipEntry(folder + file.getFileName()));
                Files.copy(file, out);
            }
            out.putNextEntry(new ZipEntry("META-INF/services/org.quintain.core.Catalog"));
            out.write("org.quintain.app.docs.outside.AcmeLabs\n".getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    @Test
    void theContractRunsOnALabFromOutside() {
        // tag::contract[]
        List<String> violations = LabContract.violations(new RepeatedByteAttack(), 64);
        // end::contract[]
        assertEquals(List.of(), violations);
    }

    @Test
    void aTwinHasTheSameSecrets() {
        // tag::twin[]
        Setup setup = Setup.practice(new CbcPaddingOracleLab(), 3, Params.none());
        Challenge vulnerable = new CbcPaddingOracleLab().open(setup).challenge();
        Challenge hardened =
                new CbcPaddingOracleLab().open(setup.with(Param.HARDENED, true)).challenge();
        assertEquals(vulnerable.iv(), hardened.iv());
        // end::twin[]
        assertEquals(
                vulnerable.ciphertext().toHex(),
                hardened.ciphertext()
                        .toHex()
                        .substring(0, vulnerable.ciphertext().sizeBytes() * 2));
    }
}
