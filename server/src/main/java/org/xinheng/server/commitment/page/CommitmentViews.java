package org.xinheng.server.commitment.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.commitment.Act;
import org.xinheng.core.commitment.Performance;
import org.xinheng.core.commitment.Promise;
import org.xinheng.core.commitment.Step;
import org.xinheng.core.policy.CommitmentItem;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.commitment.Warnings;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.service.DocumentService;
import org.xinheng.server.web.Words;

/** Makes pages of commitments. */
final class CommitmentViews {

    private final CommitmentDesk desk;
    private final DocumentService documents;

    CommitmentViews(CommitmentDesk desk, DocumentService documents) {
        this.desk = desk;
        this.documents = documents;
    }

    /** The public column. @param found a page of commitments, not sifted yet */
    ColumnPage column(List<Promise> found, @Nullable Long next, Words words) {
        Map<String, Long> signers = desk.commitments().signers();
        List<ColumnPage.ItemLine> items = desk.inForce().stream()
                .map(item -> new ColumnPage.ItemLine(
                        item.id(),
                        words.say(item.rule().title()),
                        CommitmentText.of(item.handling(), words),
                        item.kind(),
                        signers.getOrDefault(item.id(), 0L),
                        item.members()))
                .toList();
        List<Promise> open = desk.open(found);
        Map<Long, OrganisationLabel> givers = desk.givers(open);
        List<ColumnPage.PromiseLine> latest = open.stream()
                .map(promise -> publicLine(promise, giver(promise, givers), words))
                .toList();
        return new ColumnPage(
                items,
                desk.items().excluded().values().stream()
                        .filter(rule -> rule.validity().covers(desk.today()))
                        .toList(),
                latest,
                next);
    }

    /** As an insider sees them. */
    List<ColumnPage.PromiseLine> lines(List<Promise> promises, Words words) {
        Map<Long, OrganisationLabel> givers = desk.givers(promises);
        return promises.stream()
                .map(promise -> line(promise, giver(promise, givers), words))
                .toList();
    }

    List<PromisesPage.WarningLine> warnings(List<Warnings.Warning> warnings, Words words) {
        Map<Long, OrganisationLabel> givers =
                desk.givers(warnings.stream().map(Warnings.Warning::promise).toList());
        return warnings.stream()
                .map(warning -> new PromisesPage.WarningLine(
                        warning.promise().id(),
                        warning.promise().number(),
                        desk.titleOf(warning.promise(), words),
                        giver(warning.promise(), givers).name(),
                        CommitmentText.of(warning, words)))
                .toList();
    }

    private static OrganisationLabel giver(Promise promise, Map<Long, OrganisationLabel> givers) {
        return Objects.requireNonNull(givers.get(promise.giver().organisation()), promise.number());
    }

    private ColumnPage.PromiseLine line(Promise promise, OrganisationLabel giver, Words words) {
        Performance found = promise.last(Act.Kind.REVIEW)
                .map(step -> ((Act.Review) step.act()).performance())
                .orElse(null);
        return line(promise, giver, CommitmentText.of(promise.stage(), words), found, words);
    }

    /** A charge that is not decided is not told: it reads as running. */
    private ColumnPage.PromiseLine publicLine(Promise promise, OrganisationLabel giver, Words words) {
        return line(promise, giver, CommitmentText.of(promise.publicStage(), words), promise.published(), words);
    }

    private ColumnPage.PromiseLine line(
            Promise promise, OrganisationLabel giver, String stage, @Nullable Performance found, Words words) {
        return new ColumnPage.PromiseLine(
                promise.id(),
                promise.number(),
                desk.titleOf(promise, words),
                giver.name(),
                giver.code(),
                desk.nameOf(promise.authority(), words),
                promise.signedOn(),
                stage,
                found == null ? words.say(CommitmentText.PERFORMANCE_NONE) : CommitmentText.of(found, words));
    }

    ItemPage item(CommitmentItem item, @Nullable Actor actor, TypedCommitment typed, Faults faults, Words words) {
        Organisation own = desk.own(actor).orElse(null);
        String refusal = own == null
                ? null
                : desk.commitments()
                        .refusal(item.id(), own)
                        .map(refused -> CommitmentText.of(refused, desk.policy(), words))
                        .orElse(null);
        String key = TypedCommitment.text(typed.key());
        return new ItemPage(
                item,
                desk.type(item),
                own != null,
                refusal,
                new CommitmentReading(desk.check(words), desk, words).bodies(item),
                key.isBlank() ? UUID.randomUUID().toString() : key,
                typed,
                faults.byField());
    }

    /** @param byField field → sentence */
    record Faults(Map<String, String> byField) {
        static final Faults NONE = new Faults(Map.of());
    }

    PromisePage page(Actor actor, Promise promise, TypedCommitment typed, Faults faults, Words words) {
        boolean own = actor.may(Permission.OWN_FILE);
        List<PromisePage.StepLine> steps = new ArrayList<>();
        for (Step step : promise.steps()) {
            steps.add(new PromisePage.StepLine(
                    CommitmentText.of(step.act().of(), words), step.by().name(), step.at(), said(step.act(), words)));
        }
        return new PromisePage(
                promise,
                lines(List.of(promise), words).getFirst(),
                own,
                steps,
                documents.ofCase("commitment-" + promise.id()),
                desk.acts(actor, promise),
                typed,
                faults.byField());
    }

    private static String said(Act act, Words words) {
        return switch (act) {
            case Act.Sign sign -> sign.statement();
            case Act.Withdraw _, Act.Supply _ -> "";
            case Act.Lapse lapse -> lapse.reasons();
            case Act.Review review -> CommitmentText.of(review.performance(), words) + " · " + review.findings();
            case Act.Notify notify -> notify.facts();
            case Act.Answer answer -> answer.words();
            case Act.Decide decide -> decide.document() + " · " + decide.reasons();
            case Act.Repair repair -> repair.document() + " · " + repair.reasons();
        };
    }
}
