package org.quintain.net.findcleartextpassword;

import static org.quintain.net.findcleartextpassword.FindCleartextPasswordLab.CARD;
import static org.quintain.net.findcleartextpassword.FindCleartextPasswordLab.KEEP;
import static org.quintain.net.findcleartextpassword.FindCleartextPasswordLab.PACKET;
import static org.quintain.net.findcleartextpassword.FindCleartextPasswordLab.PASSWORD;

import java.text.Normalizer;
import java.util.List;
import org.quintain.core.Checker;
import org.quintain.core.Marking;
import org.quintain.core.Message;
import org.quintain.core.Verdict;
import org.quintain.net.findcleartextpassword.FindCleartextPasswordLab.Answer;
import org.quintain.net.findcleartextpassword.FindCleartextPasswordLab.Club;
import org.quintain.net.findcleartextpassword.FindCleartextPasswordLab.Packet;
import org.quintain.net.findcleartextpassword.Plan.Visit;

/**
 * Judges password, packet and club each on its own. The base64 form of an HTTP login earns half: it was found, and not yet
 * decoded.
 */
final class FindCleartextPasswordChecker implements Checker<Answer> {
    private static final String QUOTES = "\"'`«»“”„‘’";

    private final FindCleartextPasswordTarget target;
    private final Visit wanted;

    FindCleartextPasswordChecker(FindCleartextPasswordTarget target) {
        this.target = target;
        this.wanted = target.plan().wanted();
    }

    @Override
    public Verdict check(Answer answer) {
        Marking marking = CARD.marking();
        markPassword(marking, tidy(answer.password()));
        markPacket(marking, answer.packet());
        markKeep(marking, answer.keep());
        return marking.verdict();
    }

    /** Without what a copying hand leaves around a password; capitals stay as they are. */
    private String tidy(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\p{Z}\\p{C}]", "");
        int from = 0;
        int to = text.length();
        while (from < to && QUOTES.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && QUOTES.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        text = text.substring(from, to);
        for (String before : List.of("PASS", "Authorization:", "Basic", wanted.user() + ":")) {
            text = text.startsWith(before) ? text.substring(before.length()) : text;
        }
        return text;
    }

    private void markPassword(Marking marking, String found) {
        int points = CARD.criterion(PASSWORD).points();
        if (found.equals(wanted.password())) {
            marking.mark(PASSWORD, true, Message.of("password-right"));
        } else if (!wanted.isSealed()
                && wanted.protocol() == Protocol.HTTP
                && found.equals(wanted.protocol().carried(wanted))) {
            marking.part(PASSWORD, points / 2, Message.of("password-packed"));
        } else {
            marking.mark(PASSWORD, false, whyWrong(found));
        }
    }

    private Message whyWrong(String found) {
        if (found.isEmpty()) {
            return Message.of("password-empty");
        } else if (found.equalsIgnoreCase(wanted.password())) {
            return Message.of("password-case");
        } else if (found.equals(wanted.mistyped())) {
            return Message.of("password-refused");
        } else if (found.equals(wanted.user())) {
            return Message.of("password-user");
        }
        boolean isOther = target.plan().visits().stream()
                .anyMatch(visit -> found.equals(visit.password()) || found.equals(visit.mistyped()));
        return isOther
                ? Message.of("password-other", "user", wanted.user())
                : Message.of(wanted.isSealed() ? "password-sealed" : "password-wrong");
    }

    private void markPacket(Marking marking, int number) {
        List<Integer> where = target.where(wanted, wanted.protocol().carried(wanted));
        boolean isRight = !where.isEmpty() && where.get(where.size() - 1) == number;
        marking.mark(PACKET, isRight, isRight ? Message.of("packet-right") : whyWrong(number, where));
    }

    private Message whyWrong(int number, List<Integer> where) {
        Packet packet = target.packets().packet(number);
        if (number == 0) {
            return Message.of("packet-open");
        } else if (packet == null) {
            return Message.of(
                    "packet-missing", "count", target.packets().packets().size());
        } else if (wanted.isSealed()) {
            return Message.of("packet-sealed");
        } else if (!target.packets().hasPayload(number)) {
            return Message.of("packet-empty", "number", number);
        }
        String computer = target.computerOf(wanted);
        if (!packet.from().equals(computer) && !packet.to().equals(computer)) {
            return Message.of("packet-other", "number", number, "user", wanted.user());
        } else if (packet.to().equals(computer)) {
            return Message.of("packet-answer", "number", number);
        } else if (where.contains(number)) {
            return Message.of("packet-letter", "number", number);
        }
        boolean isRefused = !wanted.mistyped().isEmpty()
                && target.where(wanted, wanted.mistyped()).contains(number);
        return Message.of(isRefused ? "packet-refused" : "packet-wrong", "number", number);
    }

    private void markKeep(Marking marking, Club keep) {
        List<Club> sealed = target.plan().visits().stream()
                .filter(Visit::isSealed)
                .map(Visit::club)
                .toList();
        if (sealed.size() > 1) {
            marking.mark(KEEP, false, Message.of("keep-all"));
        } else if (keep == Club.NOT_SURE) {
            marking.mark(KEEP, false, Message.of("keep-open"));
        } else {
            boolean isRight = sealed.contains(keep);
            marking.mark(
                    KEEP, isRight, isRight ? Message.of("keep-right") : Message.of("keep-plain", "club", keep.word()));
        }
    }
}
