package org.xinheng.server.measure.answer;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.measure.Cause;
import org.xinheng.core.measure.CheckOutcome;
import org.xinheng.core.measure.Consequence;
import org.xinheng.core.measure.FeedState;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Measure;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.access.Actor;
import org.xinheng.server.archive.RecordMark;
import org.xinheng.server.measure.CheckText;
import org.xinheng.server.measure.Question;
import org.xinheng.server.measure.answer.LookAlikes.LookAlike;
import org.xinheng.server.measure.sight.KnownRecord;
import org.xinheng.server.measure.sight.Subject;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Words;

/** The answer as JSON, in the order in which one reads it. Ids and positions are strings: they outgrow JavaScript's numbers. */
public final class AnswerJson {

    private final Policy policy;

    public AnswerJson(Policy policy) {
        this.policy = policy;
    }

    public byte[] write(long receiptId, CheckAnswer answer, Actor asker, Language language) {
        return write(receiptId, answer, List.of(), asker, language);
    }

    /** @param lookAlikes who may have been meant, where nobody was found */
    byte[] write(long receiptId, CheckAnswer answer, List<LookAlike> lookAlikes, Actor asker, Language language) {
        Words words = Words.in(language);
        JsonBytes json = new JsonBytes().open().text("receiptId", Long.toString(receiptId));
        json.text("outcome", answer.outcome().name()).text("outcomeText", words.say(CheckText.of(answer.outcome())));
        question(json, answer, asker, words);
        json.text("asOf", answer.asOf().toString())
                .text("validUntil", answer.validUntil().toString())
                .text("position", Long.toString(answer.sight().at().archive()))
                .text("registerPosition", Long.toString(answer.sight().at().register()))
                .text("ruleVersion", policy.version());
        subject(json, answer.sight().subject());
        lookAlikes(json, answer, lookAlikes);
        json.openList("measures");
        for (Consequence consequence : answer.consequences()) {
            measure(json, consequence, answer.sight().records(), words);
        }
        json.closeList().openList("freshness");
        for (CheckAnswer.Feed feed : answer.feeds()) {
            feed(json, feed, words);
        }
        return json.closeList()
                .text("notice", words.say(CheckText.NOTICE))
                .close()
                .toBytes();
    }

    private static void question(JsonBytes json, CheckAnswer answer, Actor asker, Words words) {
        Question question = answer.question();
        json.text("code", AskedCode.of(question.code(), answer.sight().subject() != null))
                .text("matter", question.matter().id())
                .text("matterTitle", words.say(question.matter().rule().title()))
                .text("purpose", question.purpose())
                .text("caseNumber", question.caseNumber())
                .text("operator", question.operator())
                .text("askedBy", asker.name());
    }

    private static void subject(JsonBytes json, @Nullable Subject subject) {
        if (subject == null) {
            json.text("organisation", null);
            return;
        }
        json.open("organisation")
                .text("id", Long.toString(subject.id()))
                .text("code", subject.code())
                .text("name", subject.name())
                .text("kind", subject.category())
                .text("state", subject.state().name())
                .flag("registered", subject.registered())
                .close();
    }

    private static void lookAlikes(JsonBytes json, CheckAnswer answer, List<LookAlike> lookAlikes) {
        if (answer.outcome() != CheckOutcome.UNKNOWN) {
            return;
        }
        json.openList("lookAlikes");
        lookAlikes.forEach(one ->
                json.open().text("code", one.code()).text("name", one.name()).close());
        json.closeList();
    }

    private void measure(JsonBytes json, Consequence consequence, List<KnownRecord> records, Words words) {
        Measure measure = consequence.measure();
        json.open()
                .text("id", measure.id())
                .text("title", words.say(measure.rule().title()))
                .text("duty", written(measure.duty()))
                .text("effect", written(measure.effect()))
                .text("basis", measure.rule().basis().citation())
                .text("body", words.say(measure.body()))
                .text("until", consequence.until().toString())
                .openList("records");
        for (Consequence.Reason reason : consequence.reasons()) {
            record(json, reason, records.get(reason.ground()));
        }
        json.closeList().close();
    }

    /** Words for enum constants as the packs write them. */
    private static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void record(JsonBytes json, Consequence.Reason reason, KnownRecord record) {
        Cause cause = reason.cause();
        json.open()
                .text("address", record.label().address())
                .number("version", record.version())
                .text("type", record.ground().recordType())
                .text("documentNumber", record.label().number())
                .text("authority", record.authority().name())
                .text("authorityCode", record.authority().code())
                .text("decidedOn", record.ground().decidedOn().toString())
                .text("severity", record.severity())
                .text("until", reason.until().toString())
                .openList("kinds");
        cause.kinds().forEach(json::value);
        json.closeList();
        json.openList("marks");
        for (RecordMark mark : record.marks()) {
            json.open()
                    .text("kind", mark.kind().id())
                    .text("since", mark.from().toString())
                    .close();
        }
        json.closeList();
        if (cause.fineYuan() != null) {
            json.text("fineYuan", cause.fineYuan().stripTrailingZeros().toPlainString());
        }
        json.close();
    }

    /** Late sources by name, the others by number: sixty departments that did their duty are no news. */
    private void feed(JsonBytes json, CheckAnswer.Feed feed, Words words) {
        FeedState state = feed.state();
        List<FeedState.Source> late = state.late();
        json.open()
                .text("type", feed.type().id())
                .text("title", words.say(feed.type().title()))
                .flag("stale", feed.stale())
                .text("lastHeard", textOf(state.heardOn()))
                .text("due", textOf(state.due()))
                .number("sources", state.sources().size())
                .openList("late");
        for (FeedState.Source source : late) {
            json.open()
                    .text("source", source.code())
                    .text(
                            "name",
                            policy.authority(source.code())
                                    .map(Authority::name)
                                    .map(words::say)
                                    .orElse(source.code()))
                    .text("lastHeard", textOf(source.heardOn()))
                    .text("due", source.due().toString())
                    .close();
        }
        json.closeList().close();
    }

    private static @Nullable String textOf(@Nullable Object day) {
        return day == null ? null : day.toString();
    }
}
