package org.quintain.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import org.quintain.core.Language;
import org.quintain.core.LibraryVersion;
import org.quintain.core.Message;
import org.quintain.core.RefusedException;
import org.quintain.core.text.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** Starts the command line. */
public final class Main {
    private final Console console;
    private final Language language;
    private final Texts texts;

    private Main(Console console, Language language) {
        this.console = console;
        this.language = language;
        this.texts = Texts.load(Main.class, "app." + language.tag() + ".properties");
    }

    /**
     * The commands by name, in the order of the help.
     *
     * @return each is made when it is called
     */
    static Map<String, Supplier<? extends QuintainCommand>> commands() {
        Map<String, Supplier<? extends QuintainCommand>> commands = new LinkedHashMap<>();
        commands.put("list", ListCommand::new);
        commands.put("show", ShowCommand::new);
        commands.put("play", PlayCommand::new);
        commands.put("key", KeyCommand::new);
        commands.put("serve-target", ServeTargetCommand::new);
        commands.put("attack", AttackCommand::new);
        commands.put("check-labs", CheckLabsCommand::new);
        commands.put("new-lab", NewLabCommand::new);
        commands.put("issue", IssueCommand::new);
        commands.put("grade", GradeCommand::new);
        commands.put("diff", DiffCommand::new);
        commands.put("replay", ReplayCommand::new);
        commands.put("demo", DemoCommand::new);
        return commands;
    }

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param args the command's words, as typed
     */
    public static void main(String[] args) {
        System.exit(run(args, Console.ofProcess()));
    }

    /**
     * Runs one command over given streams, with what is installed.
     *
     * @param args the command's words
     * @param in standard input
     * @param out standard output
     * @param err standard error
     * @param env environment variables
     * @return the exit code
     */
    static int run(String[] args, InputStream in, OutputStream out, OutputStream err, Map<String, String> env) {
        return run(args, Console.of(in, out, err, env));
    }

    /**
     * Runs one command.
     *
     * @param args the command's words
     * @param console what it reads, writes and knows
     * @return the exit code
     */
    static int run(String[] args, Console console) {
        return new Main(console, Languages.choose(args, console.env())).execute(args);
    }

    /**
     * The parser with all commands, or with one if its name is known already.
     *
     * @param args the command's words
     * @param console what it reads, writes and knows
     * @return the parser with its texts
     */
    static CommandLine parser(String[] args, Console console) {
        return new Main(console, Languages.choose(args, console.env())).parser(args);
    }

    private CommandLine parser(String... args) {
        CommandLine root = new CommandLine(attached(new Root()));
        Map<String, Supplier<? extends QuintainCommand>> commands = commands();
        String called = Languages.firstWord(args);
        if (commands.containsKey(called)) {
            commands.keySet().retainAll(List.of(called));
        }
        commands.forEach((name, command) -> add(root, name, attached(command.get())));
        HelpTexts.apply(root, texts);
        return root.setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(new PrintWriter(console.out(), true))
                .setErr(new PrintWriter(console.err(), true))
                .setParameterExceptionHandler((wrong, words) -> fail(Exit.USAGE, UsageErrors.say(wrong, texts)))
                .setExecutionExceptionHandler((thrown, line, parsed) -> explain(thrown));
    }

    private void add(CommandLine root, String name, QuintainCommand command) {
        CommandLine line = new CommandLine(command);
        for (CommandLine inner : line.getSubcommands().values()) {
            attached(inner.getCommand());
        }
        root.addSubcommand(name, line);
    }

    private QuintainCommand attached(QuintainCommand command) {
        command.attach(console, texts, language);
        return command;
    }

    private int execute(String... args) {
        int code;
        try {
            code = parser(args).execute(args);
        } catch (RuntimeException | StackOverflowError outsideOfACommand) {
            code = explain(outsideOfACommand);
        }
        console.out().flush();
        return console.out().checkError() ? Exit.IO : code;
    }

    private int fail(int code, String words) {
        console.err().println(texts.say("error-prefix") + " " + words);
        return code;
    }

    private int explain(Throwable thrown) {
        if (Boolean.getBoolean("quintain.debug")) {
            thrown.printStackTrace(console.err());
        }
        if (thrown instanceof Failure failure) {
            return fail(failure.exitCode(), texts.say(failure.why()));
        }
        if (thrown instanceof RefusedException refused) {
            return fail(Exit.USAGE, words(refused.why()));
        }
        if (thrown instanceof UncheckedIOException unchecked) {
            return fail(Exit.IO, cannot(unchecked.getCause()));
        }
        if (thrown instanceof IOException io) {
            return fail(Exit.IO, cannot(io));
        }
        return fail(
                Exit.BROKEN,
                texts.say(
                        "error-incident",
                        "incident",
                        incident(thrown),
                        "type",
                        thrown.getClass().getName()));
    }

    /** Words of the app for its own refusals, of core for core's. */
    private String words(Message why) {
        return texts.places(why.key()).isPresent()
                ? texts.say(why)
                : Texts.core(language).say(why);
    }

    private String cannot(IOException io) {
        String file = io instanceof FileSystemException about ? String.valueOf(about.getFile()) : "";
        if (io instanceof NoSuchFileException) {
            return texts.say("error-no-file", "file", file);
        }
        if (io instanceof AccessDeniedException) {
            return texts.say("error-access", "file", file);
        }
        if (io instanceof FileAlreadyExistsException) {
            return texts.say("error-exists", "file", file);
        }
        return texts.say("error-io", "reason", String.valueOf(io.getMessage()));
    }

    /** The same for the same mistake at the same place, so that reports can be compared. */
    private static String incident(Throwable thrown) {
        CRC32 crc = new CRC32();
        crc.update(thrown.getClass().getName().getBytes(StandardCharsets.UTF_8));
        for (StackTraceElement element : thrown.getStackTrace()) {
            crc.update(element.toString().getBytes(StandardCharsets.UTF_8));
        }
        return Long.toHexString(crc.getValue() | 1L << 32).substring(1);
    }

    /** The command without a subcommand. */
    @Command(name = "quintain", versionProvider = Version.class)
    static final class Root extends QuintainCommand {
        @Option(
                names = {"-V", "--version"},
                versionHelp = true,
                descriptionKey = "option-version",
                order = 1002)
        private boolean isVersionWanted;

        @Override
        public int run() {
            parser(new String[] {"--lang", language().tag()}, console()).usage(err());
            return Exit.USAGE;
        }
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"quintain " + LibraryVersion.current()};
        }
    }
}
