package org.quintain.net.findcleartextpassword;

import java.util.ArrayList;
import java.util.List;
import org.quintain.core.Param;
import org.quintain.core.Setup;
import org.quintain.core.derive.Draw;
import org.quintain.net.findcleartextpassword.FindCleartextPasswordLab.Club;

/**
 * Who logs in where, and how; the same on the hardened twin but for {@code isSealed}.
 *
 * @param visits one for each club, in the order of {@link Club#REAL}
 * @param wanted whose password the learner looks for: never the visit that is sealed on the vulnerable twin
 */
record Plan(List<Visit> visits, Visit wanted) {
    private static final List<String> USERS = List.of(
            "amina", "clara", "elias", "hugo", "idris", "ines", "jules", "kenza", "lena", "lou", "malo", "maya", "mei",
            "nadia", "noah", "oscar", "sofia", "tariq", "yara", "zoe");
    /** Short, friendly, and easy to spell: nobody has to tell a zero from an O, or an l from a 1. */
    private static final List<String> WORDS = List.of(
            "almond", "anchor", "apple", "april", "arrow", "badger", "bamboo", "banjo", "basket", "beacon", "beaver",
            "berry", "bottle", "branch", "bridge", "brush", "bubble", "butter", "button", "cabin", "cactus", "camera",
            "canary", "candle", "canoe", "carpet", "carrot", "castle", "cedar", "celery", "cello", "cherry", "circus",
            "cloud", "clover", "cocoa", "comet", "copper", "coral", "cotton", "daisy", "donkey", "dragon", "eagle",
            "engine", "falcon", "fennel", "ferry", "flute", "forest", "fossil", "garden", "garlic", "ginger", "guitar",
            "hammer", "hazel", "helmet", "hiker", "honey", "island", "ivory", "jacket", "jersey", "jungle", "kayak",
            "kettle", "kiwi", "koala", "ladder", "lagoon", "lemon", "lentil", "lizard", "magnet", "mango", "maple",
            "marble", "meadow", "melon", "meteor", "mirror", "mosaic", "needle", "nutmeg", "ocean", "olive", "orange",
            "orbit", "orchid", "otter", "panda", "parrot", "peanut", "pebble", "pencil", "pepper", "piano", "pigeon",
            "planet", "pocket", "polar", "puzzle", "rabbit", "radish", "raven", "ribbon", "river", "rocket", "saddle",
            "salmon", "saturn", "sesame", "shadow", "silver", "spider", "sponge", "squash", "stable", "summer",
            "sunset", "tango", "temple", "tiger", "timber", "tomato", "tulip", "turtle");

    private static final int FIRST_DIGIT = 2;
    private static final int DIGITS = 8;

    /** Copies the list. */
    Plan {
        visits = List.copyOf(visits);
    }

    /**
     * A login.
     *
     * @param club at whose machine
     * @param protocol over which protocol
     * @param isSealed whether inside an encrypted session
     * @param user login name
     * @param password that lets the user in
     * @param mistyped what the user types first, or empty: the password with another last digit; of the wanted user only
     */
    record Visit(Club club, Protocol protocol, boolean isSealed, String user, String password, String mistyped) {}

    static Plan draw(Setup setup) {
        Draw draw = setup.seed().secret("plan");
        boolean isHardened = setup.params().get(Param.HARDENED);
        Protocol wanted = Protocol.wanted(setup.params().get(FindCleartextPasswordLab.LOGIN), draw);
        Protocol sealed = wanted == Protocol.HTTP ? draw.pick(Protocol.READABLE) : Protocol.HTTP;
        List<Protocol> protocols = draw.shuffle(List.of(Protocol.values()));
        List<String> users = draw.shuffle(USERS);
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < protocols.size(); i++) {
            Protocol protocol = protocols.get(i);
            String password = password(draw);
            boolean isMistyped = draw.below(2) == 0 && protocol == wanted && protocol.canMistype();
            visits.add(new Visit(
                    Club.REAL.get(i),
                    protocol,
                    isHardened || protocol == sealed,
                    users.get(i),
                    password,
                    isMistyped ? mistyped(password) : ""));
        }
        return new Plan(visits, visits.get(protocols.indexOf(wanted)));
    }

    private static String password(Draw draw) {
        String word = draw.pick(WORDS);
        int capital = draw.below(word.length());
        StringBuilder password = new StringBuilder(word);
        password.setCharAt(capital, (char) (word.charAt(capital) - 'a' + 'A'));
        for (int i = 0; i < 3; i++) {
            password.append(FIRST_DIGIT + draw.below(DIGITS));
        }
        return password.toString();
    }

    private static String mistyped(String password) {
        int last = password.length() - 1;
        int digit = password.charAt(last) - '0';
        return password.substring(0, last) + (digit == FIRST_DIGIT + DIGITS - 1 ? FIRST_DIGIT : digit + 1);
    }
}
