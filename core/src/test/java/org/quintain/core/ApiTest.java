package org.quintain.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is public, and what of it is promised. */
class ApiTest {
    private static final Path CLASSES = classes();
    private static final Path COMMITTED = Path.of("../docs/api/core.txt");

    private static Path classes() {
        try {
            return Path.of(Stable.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException noFile) {
            throw new IllegalStateException(noFile);
        }
    }

    /** All public types of core, nested ones included. */
    private static List<Class<?>> publicTypes() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            List<Class<?>> types = new ArrayList<>();
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
                String name = CLASSES.relativize(file)
                        .toString()
                        .replace(".class", "")
                        .replace(file.getFileSystem().getSeparator(), ".");
                if (!name.endsWith("package-info")) {
                    Class<?> type = load(name);
                    if (isPublic(type)) {
                        types.add(type);
                    }
                }
            }
            return types;
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ApiTest.class.getClassLoader());
        } catch (ClassNotFoundException everyFileIsAClass) {
            throw new IllegalStateException(everyFileIsAClass);
        }
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && !type.isAnonymousClass()
                && (type.getDeclaringClass() == null || isPublic(type.getDeclaringClass()));
    }

    /** The mark is kept in the class file only, where its descriptor stands as text. */
    private static boolean isStable(Class<?> type) {
        Class<?> top = type;
        while (top.getDeclaringClass() != null) {
            top = top.getDeclaringClass();
        }
        return fileHas(top, "Lorg/quintain/core/Stable;");
    }

    private static boolean fileHas(Class<?> type, String text) {
        try {
            byte[] file = Files.readAllBytes(CLASSES.resolve(type.getName().replace('.', '/') + ".class"));
            return new String(file, StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException cannotRead) {
            throw new UncheckedIOException(cannotRead);
        }
    }

    private static String name(Type type) {
        return type.getTypeName()
                .replaceAll("\\b(?:org\\.quintain\\.core|java)\\.(?:[a-z]+\\.)*", "")
                .replace('$', '.');
    }

    private static String render(Class<?> type) {
        SortedSet<String> lines = new TreeSet<>();
        for (Member member : members(type)) {
            lines.add("  " + render(member));
        }
        String parents = Stream.concat(
                        Stream.ofNullable(type.getGenericSuperclass()).filter(t -> t != Object.class),
                        Arrays.stream(type.getGenericInterfaces()))
                .map(ApiTest::name)
                .collect(Collectors.joining(", "));
        String kind = type.isAnnotation()
                ? "annotation"
                : type.isInterface() ? "interface" : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
        String components = type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .map(ApiTest::render)
                        .collect(Collectors.joining(", ", "(", ")"))
                : "";
        return (Modifier.isFinal(type.getModifiers()) && kind.equals("class") ? "final " : "")
                + (type.isSealed() ? "sealed " : "")
                + kind
                + " "
                + type.getName().replace('$', '.')
                + components
                + (parents.isEmpty() ? "" : " : " + parents)
                + "\n"
                + lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String render(RecordComponent component) {
        return name(component.getGenericType()) + " " + component.getName();
    }

    private static List<Member> members(Class<?> type) {
        List<Member> members = new ArrayList<>();
        Stream.of(type.getDeclaredConstructors(), type.getDeclaredMethods(), type.getDeclaredFields())
                .flatMap(Arrays::stream)
                .filter(member ->
                        Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers()))
                .filter(member -> !member.isSynthetic())
                .filter(member -> !type.isRecord() || !isOfRecord(type, member))
                .filter(member -> !type.isEnum() || !isOfEnum(member))
                .forEach(members::add);
        return members;
    }

    private static boolean isOfRecord(Class<?> type, Member member) {
        return member instanceof Constructor<?>
                        && ((Constructor<?>) member).getParameterCount() == type.getRecordComponents().length
                || member instanceof Method method
                        && (List.of("equals", "hashCode", "toString").contains(method.getName())
                                || method.getParameterCount() == 0
                                        && Arrays.stream(type.getRecordComponents())
                                                .anyMatch(c -> c.getName().equals(method.getName())));
    }

    private static boolean isOfEnum(Member member) {
        return member instanceof Method method && List.of("values", "valueOf").contains(method.getName());
    }

    private static String render(Member member) {
        String modifiers = Modifier.isStatic(member.getModifiers()) ? "static " : "";
        if (member instanceof Field field) {
            return modifiers + name(field.getGenericType()) + " " + field.getName();
        }
        Executable executable = (Executable) member;
        String parameters = Arrays.stream(executable.getParameters())
                .map(Parameter::getParameterizedType)
                .map(ApiTest::name)
                .collect(Collectors.joining(", ", "(", ")"));
        if (member instanceof Method method) {
            return modifiers
                    + (method.isDefault() ? "default " : "")
                    + name(method.getGenericReturnType())
                    + " "
                    + method.getName()
                    + (method.isVarArgs() ? parameters.replace("[])", "...)") : parameters);
        }
        return "new" + parameters;
    }

    @Test
    void promisedSignaturesAreTheCommittedOnes() throws IOException {
        StringBuilder text = new StringBuilder("# Public types marked @Stable in core, with their members.\n");
        for (Class<?> type : publicTypes()) {
            if (isStable(type)) {
                text.append('\n').append(render(type));
            }
        }
        if (Boolean.getBoolean("quintain.api.write")) {
            Files.writeString(COMMITTED, text);
        }
        assertEquals(
                Files.readString(COMMITTED),
                text.toString(),
                "A promised signature changed. If that is wanted, say so in CHANGELOG.md, write the list again with"
                        + " -Dquintain.api.write=true and commit it.");
    }

    @Test
    void everyPublicTypeOfTheVocabularyIsPromisedOrMarkedIncubating() throws IOException {
        List<String> unmarked = publicTypes().stream()
                .filter(type -> type.getPackageName().equals("org.quintain.core"))
                .filter(type -> type.getDeclaringClass() == null)
                .filter(type -> !isStable(type) && !fileHas(type, "Lorg/quintain/core/Incubating;"))
                .map(Class::getSimpleName)
                .toList();
        assertEquals(List.of("Incubating", "LibraryVersion", "Stable"), unmarked);
    }

    @Test
    void noParserTypeIsInAPublicSignature() throws IOException {
        for (Class<?> type : publicTypes()) {
            String signatures = members(type).stream()
                    .map(member -> member instanceof Executable executable
                            ? executable.toGenericString()
                            : ((Field) member).toGenericString())
                    .collect(Collectors.joining("\n"));
            assertTrue(
                    !signatures.contains("jackson")
                            && !String.valueOf(type.getGenericSuperclass()).contains("jackson"),
                    type.getName());
        }
    }
}
