package org.xinheng.server.listing.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.xinheng.core.listing.Act;
import org.xinheng.core.listing.Proceeding;
import org.xinheng.core.listing.Stage;
import org.xinheng.core.listing.Step;
import org.xinheng.core.policy.ListRule;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.ListFilter.Choice;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.ListPlan.Column;
import org.xinheng.server.web.ListPlan.Filter;
import org.xinheng.server.web.Papers;
import org.xinheng.server.web.Words;

/** Who came onto a list and who went off within the last days (名单台账), of what is conducted here. */
@Controller
@Requires(Permission.OVERSEE)
class ListLedgerController {

    private static final int DAYS = 30;

    private static final ListPlan<Change> PLAN = new ListPlan<>(
            Papers.LISTS,
            "-day",
            "lists",
            ListLedgerText.TITLE,
            List.of(
                    Column.text("party", ListLedgerText.PARTY, (change, _) -> change.party()),
                    Column.text("list", ListLedgerText.LIST, (change, _) -> change.list()),
                    Column.text("change", ListLedgerText.CHANGE, (change, words) -> words.say(change.kind())),
                    Column.day("day", ListLedgerText.DAY, Change::day),
                    Column.text("body", ListLedgerText.BODY, (change, _) -> change.body()),
                    Column.text("document", ListLedgerText.DOCUMENT, (change, _) -> change.document()),
                    Column.day("until", ListLedgerText.UNTIL, Change::until)),
            List.of(
                    Filter.words(change -> List.of(change.party(), change.list(), change.body(), change.document())),
                    Filter.one(
                            "change",
                            ListLedgerText.CHANGE,
                            Stream.of(
                                            ListLedgerText.IN,
                                            ListLedgerText.OUT_EARLY,
                                            ListLedgerText.OUT_REVOKED,
                                            ListLedgerText.OUT_EXPIRED)
                                    .map(kind -> new Choice(kind.name(), words -> words.say(kind)))
                                    .toList(),
                            change -> change.kind().name())));

    private final ProceedingDesk desk;
    private final CurrentActor current;

    ListLedgerController(ProceedingDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    private record Change(
            long id,
            String party,
            String list,
            String body,
            ListLedgerText kind,
            LocalDate day,
            String document,
            @Nullable LocalDate until) {}

    @GetMapping(Papers.LISTS)
    Answer show(HttpServletRequest request) {
        Actor actor = current.require(Permission.OVERSEE);
        Words words = Words.in(Language.of(request));
        LocalDate since = desk.today().minusDays(DAYS);
        List<Change> changes = desk.list(actor, Long.MAX_VALUE, ListPlan.MOST).stream()
                .filter(proceeding -> desk.list(proceeding).nature() != ListRule.Nature.WATCH)
                .flatMap(proceeding -> changes(proceeding, words).stream())
                .filter(change -> !change.day().isBefore(since))
                .toList();
        return PLAN.table(
                PLAN.ask(request),
                changes,
                words,
                Papers.said(Papers.LISTS, ListLedgerText.LEAD, actor),
                change -> ProceedingsPage.PATH + "/" + change.id());
    }

    /** Entry and removal, as far as each took place. */
    private List<Change> changes(Proceeding proceeding, Words words) {
        Act.Decide decision = proceeding.decision();
        Step served = proceeding.last(Act.Kind.SERVE).orElse(null);
        if (decision == null || served == null || decision.verdict() != Act.Decide.Verdict.LIST) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        changes.add(
                change(proceeding, ListLedgerText.IN, served.act().on(), decision.document(), decision.until(), words));
        Stage stage = proceeding.stage(desk.today());
        LocalDate until = decision.until();
        if (stage == Stage.REMOVED) {
            proceeding
                    .last(Act.Kind.DECIDE_REMOVAL)
                    .ifPresent(step -> changes.add(change(
                            proceeding,
                            ListLedgerText.OUT_EARLY,
                            step.act().on(),
                            ((Act.DecideRemoval) step.act()).document(),
                            until,
                            words)));
        } else if (stage == Stage.REVOKED) {
            proceeding
                    .last(Act.Kind.REVOKE)
                    .ifPresent(step -> changes.add(change(
                            proceeding,
                            ListLedgerText.OUT_REVOKED,
                            step.act().on(),
                            ((Act.Revoke) step.act()).document(),
                            until,
                            words)));
        } else if (stage == Stage.EXPIRED && until != null) {
            changes.add(change(
                    proceeding, ListLedgerText.OUT_EXPIRED, until.plusDays(1), decision.document(), until, words));
        }
        return changes;
    }

    private Change change(
            Proceeding proceeding,
            ListLedgerText kind,
            LocalDate day,
            String document,
            @Nullable LocalDate until,
            Words words) {
        return new Change(
                proceeding.id(),
                desk.party(proceeding).name(),
                words.say(desk.list(proceeding).rule().title()),
                desk.nameOf(proceeding.authority(), words),
                kind,
                day,
                document,
                until);
    }
}
