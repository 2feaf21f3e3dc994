package org.xinheng.server.listing.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.listing.Act;
import org.xinheng.core.listing.Proceeding;
import org.xinheng.core.listing.Step;
import org.xinheng.core.policy.ListRule;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.listing.Warnings;
import org.xinheng.server.listing.page.ProceedingPage.Heading;
import org.xinheng.server.listing.page.ProceedingPage.Line;
import org.xinheng.server.service.DocumentService;
import org.xinheng.server.web.Words;

/** Puts a proceeding before its readers. */
final class ProceedingViews {

    private final ProceedingDesk desk;
    private final DocumentService documents;

    ProceedingViews(ProceedingDesk desk, DocumentService documents) {
        this.desk = desk;
        this.documents = documents;
    }

    ProceedingPage page(Actor actor, Proceeding proceeding, TypedAct typed, Map<String, String> faults, Words words) {
        return new ProceedingPage(
                proceeding,
                desk.list(proceeding),
                desk.party(proceeding),
                heading(proceeding, words),
                actor.may(Permission.OWN_FILE),
                proceeding.steps().stream()
                        .map(step -> line(step, desk.list(proceeding), words))
                        .toList(),
                documents.ofCase("listing-" + proceeding.id()),
                desk.acts(actor, proceeding),
                typed,
                faults);
    }

    private Heading heading(Proceeding proceeding, Words words) {
        Act.Propose proposal = (Act.Propose) proceeding.steps().getFirst().act();
        ListRule list = desk.list(proceeding);
        String ground = list.grounds().stream()
                .filter(one -> one.rule().id().equals(proposal.ground()))
                .findFirst()
                .map(one -> words.say(one.rule().title()))
                .orElse(proposal.ground());
        return new Heading(
                proceeding.stage(desk.today()),
                desk.nameOf(proceeding.authority(), words),
                ground,
                proceeding.last(Act.Kind.NOTIFY).map(Step::answerBy).orElse(null),
                earliest(list, proceeding.decision()));
    }

    private static @Nullable LocalDate earliest(ListRule list, Act.@Nullable Decide decision) {
        ListRule.EarlyRemoval early = list.term().early();
        return early == null || decision == null ? null : decision.on().plus(early.notBefore());
    }

    private static Line line(Step step, ListRule list, Words words) {
        return new Line(
                step.no(),
                ListingText.of(step.act().of(), list, words),
                step.by().name(),
                step.act().on(),
                step.at(),
                said(step.act()));
    }

    /** Number and words of an act, as far as it has any. */
    private static String said(Act act) {
        Stream<@Nullable String> parts = switch (act) {
            case Act.Propose _, Act.Serve _, Act.Consent _ -> Stream.of();
            case Act.Notify notify -> Stream.of(notify.document());
            case Act.Answer answer -> Stream.of(answer.words());
            case Act.CallHearing call ->
                Stream.of(call.document(), call.heldOn().toString(), call.time(), call.place());
            case Act.Hear hear -> Stream.of(hear.minutes());
            case Act.Decide decide -> Stream.of(decide.document(), decide.reasons());
            case Act.AskRemoval ask -> Stream.of(ask.proof());
            case Act.DecideRemoval decide -> Stream.of(decide.document(), decide.reasons());
            case Act.Revoke revoke -> Stream.of(revoke.document(), revoke.reasons());
            case Act.Drop drop -> Stream.of(drop.reasons());
        };
        return parts.filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }

    List<ProceedingsPage.WarningLine> warnings(List<Warnings.Warning> warnings, Words words) {
        return warnings.stream()
                .map(warning -> new ProceedingsPage.WarningLine(
                        warning.proceeding().id(),
                        words.say(desk.list(warning.proceeding()).rule().title()),
                        desk.party(warning.proceeding()).name(),
                        ListingText.of(warning.item(), desk.list(warning.proceeding()), desk.policy(), words)))
                .toList();
    }

    List<ProceedingsPage.Line> lines(List<Proceeding> proceedings, Words words) {
        return proceedings.stream()
                .map(proceeding -> new ProceedingsPage.Line(
                        proceeding.id(),
                        words.say(desk.list(proceeding).rule().title()),
                        desk.party(proceeding).name(),
                        desk.nameOf(proceeding.authority(), words),
                        ListingText.of(proceeding.stage(desk.today()), desk.list(proceeding), words),
                        proceeding.steps().getFirst().at()))
                .toList();
    }
}
