package org.xinheng.server.listing.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.xinheng.core.listing.Act;
import org.xinheng.core.listing.Proceeding;
import org.xinheng.core.listing.Stage;
import org.xinheng.core.policy.ListRule;
import org.xinheng.core.policy.Title;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.service.ServedDocument;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * One proceeding: what is proposed, how far it came, what was served, and what may follow.
 *
 * @param own whether the organisation itself reads
 * @param steps as they were taken, oldest first
 * @param acts that the reader's post may take now
 * @param typed shown again as typed; its act says to which form
 * @param faults field → sentence
 */
public record ProceedingPage(
        Proceeding proceeding,
        ListRule list,
        Organisation party,
        Heading heading,
        boolean own,
        List<Line> steps,
        List<ServedDocument> documents,
        List<Act.Kind> acts,
        TypedAct typed,
        Map<String, String> faults)
        implements PageView {

    public ProceedingPage {
        steps = List.copyOf(steps);
        documents = List.copyOf(documents);
        acts = List.copyOf(acts);
        faults = Collections.unmodifiableMap(new LinkedHashMap<>(faults));
    }

    /** @param earliest first day of an early removal; null where there is none, or nothing was decided */
    public record Heading(
            Stage stage,
            String authority,
            String ground,
            @Nullable LocalDate answerBy,
            @Nullable LocalDate earliest) {}

    /** @param said what the act brought along, for reading */
    public record Line(int no, String act, String by, LocalDate on, Instant at, String said) {}

    public Act.Propose proposal() {
        return (Act.Propose) proceeding.steps().getFirst().act();
    }

    public Act.@Nullable Decide decision() {
        return proceeding.decision();
    }

    public int seen() {
        return proceeding.steps().size();
    }

    public String path() {
        return ProceedingsPage.PATH + "/" + proceeding.id();
    }

    public boolean tag() {
        return list.nature() == ListRule.Nature.WATCH;
    }

    public String stage(Words words) {
        return ListingText.of(heading.stage(), list, words);
    }

    /** Whoever bears a watch tag objects to it; whoever stands on a list asks to be taken off. */
    public String name(Act.Kind kind, Words words) {
        return ListingText.of(kind, list, words);
    }

    /** Conditions of an early removal; none where the list has none. */
    public List<Title> conditions() {
        ListRule.EarlyRemoval early = list.term().early();
        return early == null ? List.of() : early.conditions();
    }

    public Map<String, String> verdicts(Words words) {
        return Choices.verdicts(words);
    }

    public Map<String, String> forms(Words words) {
        return Choices.forms(words);
    }

    public Map<String, String> yesNo(Words words) {
        return Choices.yesNo(words);
    }

    /** What was typed, in the form to which it belongs only. */
    public TypedAct typed(Act.Kind kind) {
        return kind.name().equals(typed.act()) ? typed : TypedAct.NOTHING;
    }

    @Override
    public String template() {
        return "listing/proceeding";
    }

    @Override
    public String title(Words words) {
        return words.say(ListingText.FILE_TITLE, words.say(list.rule().title()));
    }

    @Override
    public HttpStatus status() {
        return faults.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public String section() {
        return ProceedingsPage.PATH;
    }
}
