package org.quintain.core.text;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quintain.core.Message;

/** Puts a message's arguments into the {@code {name}} places of its words. */
final class Words {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z0-9-]+)}");

    private Words() {}

    static Set<String> places(String words) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = PLACE.matcher(words);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** The words with each place filled; a place without an argument stays as it is. */
    static String fill(String words, SortedMap<String, String> arguments) {
        StringBuilder out = new StringBuilder();
        Matcher matcher = PLACE.matcher(words);
        int from = 0;
        while (matcher.find()) {
            String value = arguments.get(matcher.group(1));
            out.append(words, from, matcher.start());
            out.append(value == null ? matcher.group() : Clean.line(value, Message.ARGUMENT_CODE_POINTS));
            from = matcher.end();
        }
        return out.append(words, from, words.length()).toString();
    }

    /** For a message without words: its key and arguments, so that nothing is lost. */
    static String bare(Message message) {
        StringBuilder out = new StringBuilder(message.key());
        for (Map.Entry<String, String> argument : message.arguments().entrySet()) {
            out.append(' ')
                    .append(argument.getKey())
                    .append('=')
                    .append(Clean.line(argument.getValue(), Message.ARGUMENT_CODE_POINTS));
        }
        return out.toString();
    }
}
