package org.quintain.app.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quintain.app.grade.Results;
import org.quintain.app.grade.Scale;
import org.quintain.app.replay.Replays;
import org.quintain.core.Language;
import org.quintain.core.LibraryVersion;
import org.quintain.core.grade.Assignment;
import org.quintain.core.grade.Course;
import org.quintain.core.grade.Learner;
import org.quintain.core.grade.Row;
import org.quintain.core.text.Brief;
import org.quintain.core.text.Clean;
import org.quintain.core.text.Texts;

/** What all pages of a report share: words, names, labs, learners, and where each of them is found. */
final class Site {
    private static final int NAME_CODE_POINTS = 160;
    private static final int REASON_CODE_POINTS = 600;

    private final ReportData data;
    private final Texts texts;
    private final Map<String, Learner> roster = new HashMap<>();
    private final List<LabPart> labs = new ArrayList<>();
    private final List<LearnerPart> learners = new ArrayList<>();
    private final Optional<Integer> learnersAPage;

    /**
     * Gathers what the pages show.
     *
     * @param data what the report is made of
     * @param learnersAPage how many learners stand on a page of their own, or empty if all are on the first page
     */
    Site(ReportData data, Optional<Integer> learnersAPage) {
        this.data = data;
        this.learnersAPage = learnersAPage;
        this.texts = Texts.load(Site.class, "report." + data.language().tag() + ".properties");
        course().roster().forEach(learner -> roster.put(learner.id(), learner));
        for (Assignment assignment : course().assignments()) {
            labs.add(new LabPart(this, labs.size() + 1, assignment));
        }
        Map<String, List<Row>> notJudged = notJudged();
        for (Learner learner : data.results().gradebook().learners()) {
            learners.add(new LearnerPart(
                    this, learners.size() + 1, learner, notJudged.getOrDefault(learner.id(), List.of())));
        }
    }

    private Map<String, List<Row>> notJudged() {
        Map<String, List<Row>> byLearner = new HashMap<>();
        for (List<Row> rows : List.of(data.results().rejected(), data.results().faulted())) {
            rows.forEach(row -> row.seat()
                    .ifPresent(seat -> byLearner
                            .computeIfAbsent(seat.learner(), id -> new ArrayList<>())
                            .add(row)));
        }
        return byLearner;
    }

    ReportData data() {
        return data;
    }

    Results results() {
        return data.results();
    }

    Course course() {
        return data.results().course();
    }

    Language language() {
        return data.language();
    }

    String version() {
        return LibraryVersion.current();
    }

    List<LabPart> labs() {
        return labs;
    }

    List<LabFigures> labFigures() {
        return labs.stream().map(LabPart::figures).toList();
    }

    List<LearnerPart> learners() {
        return learners;
    }

    /**
     * The points that somebody can have in all.
     *
     * @return the sum over the labs
     */
    int max() {
        return labs.stream().mapToInt(LabPart::max).sum();
    }

    /** The words for a key. */
    String say(String key, Object... namesAndValues) {
        return texts.say(key, namesAndValues);
    }

    /** A text that a learner may have written, fit to be shown; the template escapes it. */
    String clean(String text) {
        return Clean.line(text, NAME_CODE_POINTS);
    }

    /** A sentence with arguments that a learner may have written, fit to be shown. */
    String cleanReason(String text) {
        return Clean.line(text, REASON_CODE_POINTS);
    }

    /** Text in pieces behind each of which a line may break. */
    List<String> breakable(String path) {
        return List.of(clean(path).split("(?<=/)"));
    }

    String nameOf(String learnerId) {
        return nameOf(roster.getOrDefault(learnerId, Learner.of(learnerId)));
    }

    String nameOf(Learner learner) {
        String id = clean(learner.id());
        return learner.name().isEmpty() || learner.name().equals(learner.id())
                ? id
                : say("name-and-id", "name", clean(learner.name()), "id", id);
    }

    String title(String labId, int issue) {
        return labs.stream()
                .filter(lab -> lab.is(labId, issue))
                .findFirst()
                .map(LabPart::title)
                .orElseGet(() -> clean(labId));
    }

    /** The words of a lab of the plan. */
    Optional<Brief> brief(String labId) {
        return labs.stream()
                .filter(lab -> lab.assignment().labId().equals(labId))
                .findFirst()
                .map(LabPart::brief);
    }

    boolean isLate(Row row) {
        return data.until().isPresent()
                && row.receivedAt().isPresent()
                && row.receivedAt().get().isAfter(data.until().get());
    }

    /** A time to the minute, in UTC, in digits that both languages read alike. */
    String time(Instant time) {
        return time.atOffset(ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toLocalDateTime()
                        .toString()
                        .replace('T', ' ')
                + " UTC";
    }

    /** The mark that belongs to points, or an empty text if there is no scale. */
    String mark(int earned, int max) {
        return data.scale()
                .map(scale -> say("mark-of", "mark", number(scale.mark(earned, max)), "top", scale.top()))
                .orElse("");
    }

    /** The mark alone, for a column. */
    String bareMark(int earned, int max) {
        return data.scale().map(scale -> number(scale.mark(earned, max))).orElse("");
    }

    /** How marks are made, or an empty text if there is no scale. */
    String scaleRule() {
        return data.scale().map(this::scaleRule).orElse("");
    }

    private String scaleRule(Scale scale) {
        return say("counts-scale", "top", scale.top(), "step", number(scale.step()));
    }

    private String number(BigDecimal number) {
        String plain = number.toPlainString();
        return data.language() == Language.FR ? plain.replace('.', ',') : plain;
    }

    /** The page that shows a learner, seen from any page. */
    String pageOf(int number) {
        return learnersAPage
                .map(count -> page("learners", (number - 1) / count + 1))
                .orElse(Report.INDEX);
    }

    /** The name of one of several pages of a kind. */
    static String page(String kind, int number) {
        String digits = Integer.toString(number);
        return kind + "-" + "0".repeat(Math.max(0, 3 - digits.length())) + digits + ".html";
    }

    /** Where a learner's section is, seen from a page that is not one of theirs; the first page if there is none. */
    String linkTo(String learnerId) {
        return learners.stream()
                .filter(learner -> learner.is(learnerId))
                .findFirst()
                .map(learner -> learner.linkFrom(""))
                .orElse(Report.INDEX);
    }

    boolean isFolder() {
        return learnersAPage.isPresent();
    }

    /** Whether the plan has a lab whose hand-ins can be replayed, and no replays were asked for. */
    boolean couldReplay() {
        return data.replays().isEmpty()
                && labs.stream()
                        .map(lab -> data.labs().find(lab.assignment().labId()).orElseThrow())
                        .anyMatch(Replays::canReplay);
    }

    /** The learners in portions, one for each of their pages. */
    List<LearnerPage> learnerPages(String kind) {
        int size = learnersAPage.orElse(Math.max(1, learners.size()));
        List<LearnerPage> pages = new ArrayList<>();
        for (int from = 0; from < learners.size(); from += size) {
            List<LearnerPart> some = learners.subList(from, Math.min(from + size, learners.size()));
            pages.add(new LearnerPage(kind, pages.size() + 1, (learners.size() + size - 1) / size, some));
        }
        return pages;
    }
}
