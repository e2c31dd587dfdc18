package org.quintain.app.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quintain.app.rules.planted.Impure;

/** Each rule holds for the project, and is broken by {@link Impure}. */
class HouseRulesTest {
    private static final String REPLAY = "org.quintain.app.replay..";
    private static final String[] LABS = {"org.quintain.crypto..", "org.quintain.net..", "org.quintain.fuzz.."};
    private static final String PLANTED = "org.quintain.app.rules.planted..";
    private static final JavaClasses PROJECT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.quintain");
    private static final JavaClasses BROKEN = new ClassFileImporter().importClasses(Impure.class);

    /** The one package that may show a library's types: those of pcap4j, and no others. */
    private static final String PCAP4J_ADAPTER = "org.quintain.net.pcap4j";

    /** Parts of labs modules that labs share. */
    private static final Set<String> SHARED = Set.of(
            "org.quintain.crypto.toolkit",
            "org.quintain.net.wire",
            "org.quintain.net.sim",
            PCAP4J_ADAPTER,
            "org.quintain.fuzz.engine");

    private static final String[] CHANCE_AND_TIME = {
        "java.security.SecureRandom",
        "java.util.Random",
        "java.util.SplittableRandom",
        "java.util.concurrent.ThreadLocalRandom",
        "java.util.UUID",
        "java.lang.Math#random",
        "java.util.Collections#shuffle",
        "java.time.Clock",
        "java.time.Instant#now",
        "java.time.LocalDate#now",
        "java.time.LocalDateTime#now",
        "java.time.ZonedDateTime#now",
        "java.util.Date",
        "java.lang.System#currentTimeMillis",
        "java.lang.System#nanoTime",
        "java.lang.System#identityHashCode",
        "java.lang.Thread#sleep"
    };
    private static final String[] OUTSIDE = {
        "java.io.File",
        "java.io.FileInputStream",
        "java.io.FileOutputStream",
        "java.io.FileReader",
        "java.io.FileWriter",
        "java.io.RandomAccessFile",
        "java.nio.file.",
        "java.nio.channels.",
        "java.net.",
        "javax.net.",
        "java.lang.Process",
        "java.lang.ProcessBuilder",
        "java.lang.Runtime",
        "java.lang.System#out",
        "java.lang.System#err",
        "java.lang.System#in",
        "java.lang.System#console",
        "java.lang.System#exit"
    };
    private static final String[] SURROUNDINGS = {
        "java.lang.System#getenv",
        "java.lang.System#getProperty",
        "java.util.Locale#getDefault",
        "java.nio.charset.Charset#defaultCharset",
        "java.util.TimeZone",
        "java.lang.String#getBytes()",
        "java.lang.String#<init>(byte[])",
        "java.lang.String#toLowerCase()",
        "java.lang.String#toUpperCase()",
        "java.lang.String#format(java.lang.String, [Ljava.lang.Object;)",
        "java.lang.String#formatted"
    };
    private static final String[] ORDER = {
        "java.util.HashMap",
        "java.util.HashSet",
        "java.util.IdentityHashMap",
        "java.util.WeakHashMap",
        "java.util.concurrent.ConcurrentHashMap",
        "java.util.Set#of",
        "java.util.Set#copyOf",
        "java.util.Map#of",
        "java.util.Map#ofEntries",
        "java.util.Map#copyOf",
        "java.util.stream.Collectors#toSet",
        "java.util.stream.Collectors#toMap",
        "java.util.stream.Collectors#groupingBy"
    };
    /** Classes that were read and that look up in such collections but never iterate over them. */
    private static final List<String> LOOK_UPS = List.of(
            // Words of commands, in both languages.
            "org.quintain.fuzz.toyrobot.ToyRobotCommand",
            // Sentences by language.
            "org.quintain.net.buildframebyhand.FrameOrder",
            // Which passage an array of bytes belongs to.
            "org.quintain.net.sim.recording.RecordingTap");

    private static final String[] MACHINE_MATHS = {
        "java.lang.Math#sin",
        "java.lang.Math#cos",
        "java.lang.Math#tan",
        "java.lang.Math#exp",
        "java.lang.Math#log",
        "java.lang.Math#log10",
        "java.lang.Math#pow",
        "java.lang.Math#cbrt",
        "java.lang.Math#atan2"
    };
    private static final String[] REFLECTION = {
        "java.lang.reflect.",
        "java.lang.invoke.MethodHandles$Lookup#findVirtual",
        "java.lang.Class#forName",
        "java.lang.Class#getDeclaredMethods",
        "java.lang.Class#getDeclaredConstructor",
        "java.lang.Class#getDeclaredField"
    };

    private static void holdsAndBites(ArchRule rule, ArchRule onPlanted) {
        rule.check(PROJECT);
        assertTrue(onPlanted.evaluate(BROKEN).hasViolation(), "vacuous: " + rule.getDescription());
    }

    private static JavaClass planted() {
        return BROKEN.get(Impure.class);
    }

    @Test
    void allModulesAreRead() {
        for (String name : List.of("core", "crypto", "net", "fuzz", "solutions", "app")) {
            assertTrue(
                    PROJECT.stream().anyMatch(type -> type.getPackageName().startsWith("org.quintain." + name)), name);
        }
        assertFalse(PROJECT.contain(Impure.class));
    }

    @Test
    void coreNeedsNoOtherModule() {
        noDependency(new String[] {"org.quintain.core.."}, "crypto", "net", "fuzz", "solutions", "app");
    }

    @Test
    void cryptoLabsNeedCoreAlone() {
        noDependency(new String[] {"org.quintain.crypto.."}, "net", "fuzz", "solutions", "app");
    }

    @Test
    void netLabsNeedCoreAlone() {
        noDependency(new String[] {"org.quintain.net..", "org.quintain.fuzz.."}, "crypto", "solutions", "app");
    }

    @Test
    void solutionsDoNotNeedTheCommandLine() {
        noDependency(new String[] {"org.quintain.solutions.."}, "app");
    }

    @Test
    void theCommandLineFindsLabsAndSolutionsAtRunTimeOnly() {
        noDependency(new String[] {"org.quintain.app.."}, "crypto", "fuzz", "solutions");
        noClasses()
                .that()
                .resideInAPackage("org.quintain.app..")
                .and()
                .resideOutsideOfPackage(REPLAY)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.quintain.net..")
                .check(PROJECT);
    }

    @Test
    void aReplayKnowsTheSimulatorAndTheWireAndNoLab() {
        noClasses()
                .that()
                .resideInAPackage(REPLAY)
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("org.quintain.net..")
                        .and(JavaClass.Predicates.resideOutsideOfPackages(
                                "org.quintain.net.sim..", "org.quintain.net.wire..")))
                .check(PROJECT);
    }

    private static void noDependency(String[] from, String... modules) {
        String[] to = Stream.of(modules)
                .map(module -> "org.quintain." + module + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAnyPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(to)
                .check(PROJECT);
        String[] known = Stream.concat(Stream.of(to), Stream.of("org.quintain.crypto..", "org.quintain.solutions.."))
                .toArray(String[]::new);
        assertTrue(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(known)
                .evaluate(BROKEN)
                .hasViolation());
    }

    @Test
    void aLabNeverImportsALab() {
        assertEquals(
                List.of(), PROJECT.stream().flatMap(HouseRulesTest::otherLabs).toList());
        assertEquals(1, otherLabs(planted()).count());
        assertTrue(
                PROJECT.stream()
                                .map(type -> lab(type.getPackageName()))
                                .filter(lab -> !lab.isEmpty())
                                .distinct()
                                .count()
                        >= 4,
                "no lab packages were found");
    }

    private static Stream<String> otherLabs(JavaClass type) {
        boolean isPlanted = type.getPackageName().startsWith("org.quintain.app.rules.planted");
        String own =
                isPlanted ? "planted" : lab(type.getPackageName().replace("org.quintain.solutions.", "org.quintain."));
        boolean isShared = SHARED.stream().anyMatch(type.getPackageName()::startsWith);
        if (own.isEmpty() && !isShared) {
            return Stream.of();
        }
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency ->
                        dependency.getTargetClass().getBaseComponentType().getPackageName())
                .map(HouseRulesTest::lab)
                .filter(lab -> !lab.isEmpty() && !lab.equals(own))
                .distinct()
                .map(lab -> type.getName() + " needs lab " + lab);
    }

    /** The lab that a package belongs to, or an empty text. */
    private static String lab(String packageName) {
        boolean isShared = SHARED.stream().anyMatch(packageName::startsWith);
        return isShared || !packageName.matches("org\\.quintain\\.(crypto|net|fuzz)\\.[a-z0-9]+.*")
                ? ""
                : packageName.replaceFirst("(org\\.quintain\\.[a-z]+\\.[a-z0-9]+).*", "$1");
    }

    @Test
    void theLabIsTheOnlyPublicClassOfItsPackage() {
        DescribedPredicate<JavaClass> publicInALab = DescribedPredicate.describe(
                "public classes of lab packages",
                type -> type.getModifiers().contains(JavaModifier.PUBLIC)
                        && !lab(type.getPackageName()).isEmpty()
                        && type.isTopLevelClass()
                        && !type.getSimpleName().equals("package-info"));
        classes().that(publicInALab).should().haveSimpleNameEndingWith("Lab").check(PROJECT);
        assertTrue(classes()
                .should()
                .haveSimpleNameEndingWith("Lab")
                .evaluate(BROKEN)
                .hasViolation());
    }

    @Test
    void labsArePure() {
        for (String[] patterns : List.of(CHANCE_AND_TIME, OUTSIDE, SURROUNDINGS, MACHINE_MATHS, REFLECTION)) {
            Uses uses = new Uses(patterns);
            holdsAndBites(
                    classes().that().resideInAnyPackage(LABS).should(uses),
                    classes().should(uses));
        }
    }

    @Test
    void labsUseCollectionsWithoutOrderForLookUpsAlone() {
        Uses uses = new Uses(ORDER);
        List<String> users = PROJECT.stream()
                .filter(JavaClass.Predicates.resideInAnyPackage(LABS))
                .filter(type -> !uses.met(type).isEmpty())
                .map(JavaClass::getName)
                .sorted()
                .toList();

        assertEquals(LOOK_UPS, users, "each class here was read: it looks up and never iterates");
        assertTrue(uses.met(planted()).size() >= 4);
    }

    @Test
    void thePlantedClassIsSeenToBreakTheRuleOfPurityInEveryWay() {
        List<String> missed = new ArrayList<>(List.of(
                "java.security.SecureRandom",
                "java.util.Random",
                "java.lang.Math#random",
                "java.lang.Math#sin",
                "java.time.Instant#now",
                "java.lang.System#currentTimeMillis",
                "java.lang.System#nanoTime",
                "java.lang.System#identityHashCode",
                "java.lang.System#out",
                "java.lang.System#getenv",
                "java.lang.ProcessBuilder",
                "java.util.Locale#getDefault",
                "java.nio.charset.Charset#defaultCharset",
                "java.io.File",
                "java.nio.file.",
                "java.net.",
                "java.lang.Class#forName",
                "java.util.HashMap",
                "java.util.Collections#shuffle",
                "java.util.Set#of",
                "java.util.Map#of",
                "java.util.stream.Collectors#toSet",
                "java.lang.String#getBytes()",
                "java.lang.String#toLowerCase()",
                "java.lang.String#format(java.lang.String, [Ljava.lang.Object;)"));
        for (String[] patterns : List.of(CHANCE_AND_TIME, OUTSIDE, SURROUNDINGS, ORDER, MACHINE_MATHS, REFLECTION)) {
            missed.removeAll(new Uses(patterns).met(planted()));
        }
        assertEquals(List.of(), missed);
    }

    @Test
    void onlyTheCommandLinePrintsOpensFilesAndSockets() {
        Uses uses = new Uses(OUTSIDE);
        holdsAndBites(
                classes().that().resideOutsideOfPackage("org.quintain.app..").should(uses),
                classes().should(uses));
    }

    @Test
    void standardStreamsAreTouchedInOnePlace() {
        Uses uses = new Uses("java.lang.System#out", "java.lang.System#err", "java.lang.System#in");
        holdsAndBites(classes().should(uses), classes().should(uses));
    }

    @Test
    void noStaticFieldCanChange() {
        ArchRule rule = noFields()
                .that()
                .areStatic()
                .and()
                .areNotFinal()
                .should()
                .bePublic()
                .orShould()
                .bePrivate()
                .orShould()
                .bePackagePrivate()
                .orShould()
                .beProtected();
        rule.allowEmptyShould(true).check(PROJECT);
        assertTrue(rule.evaluate(BROKEN).hasViolation());
        DescribedPredicate<JavaField> array = DescribedPredicate.describe(
                "arrays", field -> field.getRawType().isArray());
        // Tables of line numbers that the template compiler writes, and nobody reads here.
        DescribedPredicate<JavaField> generated = DescribedPredicate.describe(
                "of generated templates",
                field -> field.getOwner().getSimpleName().matches("Jte[a-z]+Generated")
                        && field.getName().equals("JTE_LINE_INFO"));
        ArchRule arrays = noFields()
                .that()
                .areStatic()
                .and(array)
                .and(DescribedPredicate.not(generated))
                .should()
                .bePublic();
        holdsAndBites(arrays, arrays);
    }

    @Test
    void noTypeOfALibraryIsInAPublicSignature() {
        ArchCondition<JavaClass> condition = new ArchCondition<>("show no type of a library") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                foreign(type).forEach(found -> events.add(SimpleConditionEvent.violated(type, found)));
            }
        };
        holdsAndBites(
                classes().that().resideOutsideOfPackage("org.quintain.app..").should(condition),
                classes().should(condition));
        assertEquals(2, foreign(planted()).count());
    }

    /** pcap4j does not come with the labs: a class that needs it outside of its adapter would fail for most embedders. */
    @Test
    void onlyItsAdapterNeedsPcap4jAndNobodyNeedsTheAdapter() {
        noClasses()
                .that()
                .resideOutsideOfPackage(PCAP4J_ADAPTER + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.pcap4j..", "com.sun.jna..", PCAP4J_ADAPTER + "..")
                .check(PROJECT);
        assertTrue(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.pcap4j..")
                .evaluate(PROJECT)
                .hasViolation());
    }

    private static Stream<String> foreign(JavaClass type) {
        if (!type.getModifiers().contains(JavaModifier.PUBLIC)) {
            return Stream.of();
        }
        Stream<JavaClass> ofCode = type.getCodeUnits().stream()
                .filter(unit -> isShown(unit.getModifiers()))
                .flatMap(HouseRulesTest::signature);
        Stream<JavaClass> ofFields = type.getFields().stream()
                .filter(field -> isShown(field.getModifiers()))
                .flatMap(field -> field.getAllInvolvedRawTypes().stream());
        return Stream.concat(ofCode, ofFields)
                .map(used -> used.getBaseComponentType().getName())
                .filter(name -> Stream.of(
                                "tools.jackson",
                                "com.fasterxml",
                                "io.netty",
                                "org.pcap4j",
                                "de.learnlib",
                                "net.automatalib",
                                "org.bouncycastle",
                                "picocli",
                                "org.slf4j",
                                "com.sun.jna")
                        .anyMatch(name::startsWith))
                .filter(name -> !(type.getPackageName().equals(PCAP4J_ADAPTER) && name.startsWith("org.pcap4j.")))
                .distinct()
                .map(name -> type.getName() + " shows " + name);
    }

    private static boolean isShown(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaClass> signature(JavaCodeUnit unit) {
        return Stream.concat(unit.getAllInvolvedRawTypes().stream(), unit.getExceptionTypes().stream());
    }
}
