package org.xinheng.server.measure.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.measure.CheckOutcome;
import org.xinheng.server.archive.RecordMark;
import org.xinheng.server.measure.Receipt;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A receipt as it was given, to be read and printed (信用核查结果单): everything on it comes from its own text.
 *
 * @param check verification code; blank where the receipt is not going to be printed
 */
public record ReceiptPage(JsonNode answer, String check) implements PageView {

    private static final JsonMapper JSON = new JsonMapper();

    static ReceiptPage of(Receipt receipt) {
        return of(receipt, "");
    }

    static ReceiptPage of(Receipt receipt, String check) {
        return new ReceiptPage(JSON.readTree(receipt.answer()), check);
    }

    public String text(String member) {
        return answer.path(member).asString("");
    }

    public CheckOutcome outcome() {
        return CheckOutcome.valueOf(text("outcome"));
    }

    public CheckPageText advice() {
        return switch (outcome()) {
            case CLEAR -> CheckPageText.ANSWER_ADVICE_CLEAR;
            case HIT -> CheckPageText.ANSWER_ADVICE_HIT;
            case UNKNOWN -> CheckPageText.ANSWER_ADVICE_UNKNOWN;
            case STALE -> CheckPageText.ANSWER_ADVICE_STALE;
        };
    }

    public Instant asOf() {
        return Instant.parse(text("asOf"));
    }

    /** Last day on which it may be relied on; null on receipts that do not say so. */
    public @Nullable LocalDate validUntil() {
        String day = text("validUntil");
        return day.isEmpty() ? null : LocalDate.parse(day);
    }

    /** Who may have been meant where nobody was found. */
    public List<LookAlike> lookAlikes() {
        return answer.path("lookAlikes")
                .valueStream()
                .map(one -> new LookAlike(
                        one.path("code").asString(), one.path("name").asString()))
                .toList();
    }

    public record LookAlike(String code, String name) {}

    public @Nullable Subject subject() {
        JsonNode subject = answer.path("organisation");
        return subject.isObject()
                ? new Subject(
                        subject.path("code").asString(""),
                        subject.path("name").asString(),
                        subject.path("kind").asString(),
                        CheckPageText.of(
                                Organisation.State.valueOf(subject.path("state").asString())),
                        subject.path("registered").asBoolean())
                : null;
    }

    public record Subject(String code, String name, String kind, CheckPageText state, boolean registered) {}

    public List<Measure> measures() {
        return answer.path("measures").valueStream().map(ReceiptPage::measure).toList();
    }

    public record Measure(
            String title,
            boolean must,
            boolean restriction,
            String body,
            String basis,
            LocalDate until,
            List<Ground> records) {}

    private static Measure measure(JsonNode measure) {
        return new Measure(
                measure.path("title").asString(),
                measure.path("duty").asString().equals("must"),
                measure.path("effect").asString().equals("restriction"),
                measure.path("body").asString(),
                measure.path("basis").asString(),
                day(measure, "until"),
                measure.path("records").valueStream().map(ReceiptPage::ground).toList());
    }

    /**
     * @param fineWan the fine that reached the threshold, in 万元; null when a kind did
     * @param disputed whether its subject had objected to it
     * @param litigation whether its decision was under review or in court
     */
    public record Ground(
            String address,
            String number,
            String authority,
            LocalDate decidedOn,
            String kinds,
            @Nullable String fineWan,
            boolean disputed,
            boolean litigation) {}

    private static Ground ground(JsonNode record) {
        JsonNode fine = record.path("fineYuan");
        return new Ground(
                record.path("address").asString(),
                record.path("documentNumber").asString(),
                record.path("authority").asString(),
                day(record, "decidedOn"),
                String.join(
                        "、",
                        record.path("kinds")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList()),
                fine.isMissingNode() ? null : wan(fine.asString()),
                marked(record, RecordMark.Kind.DISPUTED),
                marked(record, RecordMark.Kind.LITIGATION));
    }

    private static boolean marked(JsonNode record, RecordMark.Kind kind) {
        return record.path("marks")
                .valueStream()
                .anyMatch(mark -> mark.path("kind").asString().equals(kind.id()));
    }

    private static String wan(String yuan) {
        return new BigDecimal(yuan).movePointLeft(4).toPlainString();
    }

    public List<Feed> feeds() {
        return answer.path("freshness").valueStream().map(ReceiptPage::feed).toList();
    }

    /** @param late names of the late sources with the day on which they were heard last, if they ever were */
    public record Feed(
            String title, boolean stale, @Nullable LocalDate lastHeard, int sources, List<Late> late) {}

    public record Late(String name, @Nullable LocalDate lastHeard) {}

    private static Feed feed(JsonNode feed) {
        return new Feed(
                feed.path("title").asString(),
                feed.path("stale").asBoolean(),
                dayOrNull(feed, "lastHeard"),
                feed.path("sources").asInt(),
                feed.path("late")
                        .valueStream()
                        .map(source -> new Late(source.path("name").asString(), dayOrNull(source, "lastHeard")))
                        .toList());
    }

    private static @Nullable LocalDate dayOrNull(JsonNode node, String member) {
        return node.path(member).isNull() ? null : day(node, member);
    }

    private static LocalDate day(JsonNode node, String member) {
        return LocalDate.parse(node.path(member).asString());
    }

    @Override
    public String template() {
        return "check/receipt";
    }

    @Override
    public String title(Words words) {
        return words.say(CheckPageText.ANSWER_TITLE, text("receiptId"));
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public String section() {
        return CheckPage.PATH;
    }
}
