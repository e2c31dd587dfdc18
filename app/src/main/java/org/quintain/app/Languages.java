package org.quintain.app;

import java.util.Map;
import org.quintain.core.Language;

/** Finds the language before the command line is read, since the reading already needs words. */
final class Languages {
    private static final String OPTION = "--lang";

    private Languages() {}

    /**
     * The language of a run.
     *
     * @param args the command's words; {@code --lang} may stand anywhere, the last one counts
     * @param env environment variables
     * @return what {@code --lang} says, else the first of LC_ALL, LC_MESSAGES and LANG that is set, else the machine's
     */
    static Language choose(String[] args, Map<String, String> env) {
        Language chosen = null;
        for (int i = 0; i < args.length && !args[i].equals("--"); i++) {
            if (args[i].startsWith(OPTION + "=")) {
                chosen = Language.ofTag(args[i].substring(OPTION.length() + 1));
            } else if (args[i].equals(OPTION) && i + 1 < args.length) {
                chosen = Language.ofTag(args[i + 1]);
            }
        }
        return chosen != null ? chosen : ofLocale(env);
    }

    private static Language ofLocale(Map<String, String> env) {
        for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = env.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return Language.ofTag(value.replaceFirst("[.@].*", ""));
            }
        }
        return Language.ofTag(System.getProperty("user.language", "en"));
    }

    /**
     * The first word that is no option: the command's name.
     *
     * @param args the command's words
     * @return the word, or an empty text if there is none
     */
    static String firstWord(String... args) {
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals(OPTION)) {
                i++;
            } else if (!args[i].startsWith("-")) {
                return args[i];
            }
        }
        return "";
    }
}
