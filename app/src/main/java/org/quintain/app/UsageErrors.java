package org.quintain.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.quintain.core.text.Texts;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in words; the parser's own sentences are English only. */
final class UsageErrors {
    private static final int MAX_SUGGESTIONS = 3;
    private static final int MAX_TYPED = 100;

    private UsageErrors() {}

    /**
     * One paragraph for what the parser found.
     *
     * @param wrong what it found
     * @param texts the words
     * @return the paragraph
     */
    static String say(ParameterException wrong, Texts texts) {
        String what = what(wrong, texts);
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName(" ");
        return what + " " + texts.say("error-see-help", "command", command);
    }

    private static String what(ParameterException wrong, Texts texts) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched, texts);
        }
        if (wrong instanceof MissingParameterException missing) {
            String names = missing.getMissing().stream().map(UsageErrors::name).collect(Collectors.joining(", "));
            return texts.say("error-missing", "name", names);
        }
        if (wrong instanceof OverwrittenOptionException twice) {
            return texts.say("error-twice", "name", name(twice.getOverwritten()));
        }
        if (wrong instanceof MutuallyExclusiveArgsException) {
            return texts.say("error-exclusive");
        }
        if (wrong instanceof MaxValuesExceededException && wrong.getArgSpec() == null) {
            return texts.say("error-too-many");
        }
        if (wrong.getCause() instanceof Failure why) {
            return texts.say(why.why());
        }
        if (wrong.getArgSpec() != null && wrong.getValue() != null) {
            return badValue(wrong, texts);
        }
        if (wrong.getArgSpec() != null) {
            return texts.say("error-missing", "name", name(wrong.getArgSpec()));
        }
        return texts.say("error-command-line");
    }

    private static String badValue(ParameterException wrong, Texts texts) {
        String name = name(wrong.getArgSpec());
        Class<?> type = wrong.getArgSpec().typeInfo().getType();
        if (type.isEnum()) {
            String words = List.of(type.getEnumConstants()).stream()
                    .map(word -> word.toString().toLowerCase(java.util.Locale.ROOT))
                    .collect(Collectors.joining(", "));
            return texts.say("error-choice", "name", name, "found", wrong.getValue(), "expected", words);
        }
        boolean isNumber = type == int.class || type == Integer.class || type == long.class || type == Long.class;
        return texts.say(isNumber ? "error-number" : "error-value", "name", name, "found", wrong.getValue());
    }

    private static String unmatched(UnmatchedArgumentException unmatched, Texts texts) {
        String found = unmatched.getUnmatched().get(0);
        boolean isOption = unmatched.isUnknownOption();
        boolean isCommand =
                !isOption && !unmatched.getCommandLine().getSubcommands().isEmpty();
        String key = isOption ? "error-unknown-option" : isCommand ? "error-unknown-command" : "error-unexpected";
        String what = texts.say(key, "found", found);
        List<String> known = new ArrayList<>();
        if (isOption) {
            for (OptionSpec option : unmatched.getCommandLine().getCommandSpec().options()) {
                known.add(option.longestName());
            }
        } else {
            known.addAll(unmatched.getCommandLine().getSubcommands().keySet());
        }
        List<String> near = nearest(found.contains("=") ? found.substring(0, found.indexOf('=')) : found, known);
        return near.isEmpty() ? what : what + " " + didYouMean(near, texts);
    }

    private static String didYouMean(List<String> near, Texts texts) {
        return texts.say("did-you-mean", "words", String.join(", ", near));
    }

    /**
     * A lab's id is not known.
     *
     * @param id as typed
     * @param known the ids of all labs
     * @return to be thrown
     */
    static Failure unknownLab(String id, List<String> known) {
        List<String> near = nearest(id, known);
        return near.isEmpty()
                ? Failure.usage("error-unknown-lab", "found", id)
                : Failure.usage("error-unknown-lab-near", "found", id, "words", String.join(", ", near));
    }

    private static String name(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
    }

    /**
     * Words that somebody may have meant.
     *
     * @param typed what was typed
     * @param known the words that exist
     * @return the nearest first, at most three, none that is far away
     */
    static List<String> nearest(String typed, List<String> known) {
        if (typed.length() > MAX_TYPED) {
            return List.of();
        }
        int limit = Math.max(1, typed.length() / 3);
        return known.stream()
                .filter(word -> distance(typed, word) <= limit
                        || typed.length() >= 3 && (word.startsWith(typed) || word.endsWith("." + typed)))
                .sorted(Comparator.comparingInt(word -> distance(typed, word)))
                .limit(MAX_SUGGESTIONS)
                .toList();
    }

    /** Insertions, deletions, changes and swaps of neighbours (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
