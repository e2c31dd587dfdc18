package org.quintain.fuzz.toyrobot;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A line as the robot understands it.
 *
 * @param word what to do
 * @param number how many steps, for FORWARD and BACK: 1 if none was said, at most 999,999 either way; otherwise 0
 */
record ToyRobotCommand(Word word, int number) {
    /** What the robot knows, with its French and English words. */
    enum Word {
        FORWARD("FORWARD", "AVANCE", "AVANCER"),
        BACK("BACK", "BACKWARD", "BACKWARDS", "RECULE", "RECULER"),
        TURN_LEFT("LEFT", "GAUCHE"),
        TURN_RIGHT("RIGHT", "DROITE"),
        TAKE("TAKE", "PRENDS", "PREND", "PRENDRE"),
        DROP("DROP", "POSE", "POSER"),
        SING("SING", "CHANTE", "CHANTER"),
        DANCE("DANCE", "DANSE", "DANSER"),
        BLINK("BLINK", "CLIGNOTE", "CLIGNOTER"),
        LOOK("LOOK", "REGARDE", "REGARDER"),
        SLEEP("SLEEP", "DORS", "DORMIR"),
        WAKE("WAKE", "REVEILLE"),
        RESTART("RESTART", "RECOMMENCE", "RECOMMENCER"),
        UNKNOWN;

        private final List<String> spellings;

        Word(String... spellings) {
            this.spellings = List.of(spellings);
        }

        boolean isMove() {
            return this == FORWARD || this == BACK;
        }

        boolean isTurn() {
            return this == TURN_LEFT || this == TURN_RIGHT;
        }
    }

    static final ToyRobotCommand UNKNOWN = new ToyRobotCommand(Word.UNKNOWN, 0);

    private static final Map<String, Word> WORDS = new HashMap<>();
    private static final Set<String> TURN = Set.of("TURN", "TOURNE", "TOURNER");
    /** Small words that people add: TAKE THE BALL, AVANCE DE 3 PAS, TOURNE À GAUCHE, WAKE UP, RÉVEILLE-TOI. */
    private static final Set<String> FILLERS =
            Set.of("THE", "BALL", "STEP", "STEPS", "TO", "UP", "LA", "BALLE", "DE", "PAS", "A", "TOI");

    private static final Pattern HYPHEN = Pattern.compile("-(?![0-9])");
    private static final Pattern GLUED_NUMBER = Pattern.compile("(?<=[A-Z])(?=-?[0-9])");
    private static final int MAX_CHARS = 2 * 80;
    private static final int MAX_NUMBER = 999_999;

    static {
        for (Word word : Word.values()) {
            word.spellings.forEach(spelling -> WORDS.put(spelling, word));
        }
    }

    /** Reads a line; whatever is no command of the manual is {@link #UNKNOWN}. */
    static ToyRobotCommand read(String line) {
        if (line.length() > MAX_CHARS) {
            return UNKNOWN;
        }
        List<String> said = Arrays.stream(plain(line).split(" "))
                .filter(word -> !word.isEmpty() && !FILLERS.contains(word))
                .toList();
        if (said.isEmpty() || said.size() > 2) {
            return UNKNOWN;
        }
        boolean isTurn = TURN.contains(said.get(0));
        Word word = WORDS.getOrDefault(said.get(isTurn ? said.size() - 1 : 0), Word.UNKNOWN);
        if (isTurn) {
            return word.isTurn() ? new ToyRobotCommand(word, 0) : UNKNOWN;
        }
        if (word.isMove()) {
            return said.size() == 1 ? new ToyRobotCommand(word, 1) : move(word, said.get(1));
        }
        return said.size() == 1 ? new ToyRobotCommand(word, 0) : UNKNOWN;
    }

    private static ToyRobotCommand move(Word word, String number) {
        String digits = number.startsWith("-") ? number.substring(1) : number;
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return UNKNOWN;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            value = Math.min(MAX_NUMBER, 10 * value + digits.charAt(i) - '0');
        }
        return new ToyRobotCommand(word, number.startsWith("-") ? -value : value);
    }

    /** Capitals without accents and end marks; hyphens stay before digits only: they may be minus signs. */
    private static String plain(String line) {
        StringBuilder out = new StringBuilder();
        Normalizer.normalize(line, Normalizer.Form.NFKD).codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.NON_SPACING_MARK, Character.FORMAT -> {}
                case Character.SPACE_SEPARATOR -> out.append(' ');
                default -> out.appendCodePoint(isMinus(c) ? '-' : isEndMark(c) ? ' ' : c);
            }
        });
        String hyphened =
                HYPHEN.matcher(out.toString().toUpperCase(Locale.ROOT)).replaceAll(" ");
        return GLUED_NUMBER.matcher(hyphened).replaceAll(" ");
    }

    private static boolean isMinus(int c) {
        return c == '\u2010' || c == '\u2013' || c == '\u2212';
    }

    private static boolean isEndMark(int c) {
        return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c >= '\t' && c <= '\r';
    }
}
