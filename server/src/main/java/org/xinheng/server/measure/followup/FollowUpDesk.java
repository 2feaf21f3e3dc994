package org.xinheng.server.measure.followup;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Measure;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.record.FreeTextMasking;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.measure.feedback.AskedCheck;
import org.xinheng.server.measure.feedback.DecisionLine;
import org.xinheng.server.measure.feedback.Feedbacks;
import org.xinheng.server.measure.feedback.Given;
import org.xinheng.server.measure.feedback.Giving;
import org.xinheng.server.measure.feedback.JointCases;
import org.xinheng.server.measure.feedback.MadeCheck;
import org.xinheng.server.measure.feedback.RateLine;
import org.xinheng.server.measure.feedback.Rates;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.TodayOffer;
import org.xinheng.server.web.Words;

/** What pages and API share: a body sees its own, who oversees sees all, and every look is logged. */
final class FollowUpDesk {

    /** Which no body has: whoever belongs to none sees nothing. */
    private static final String NOBODY = "-";

    private static final int LONGEST_NUMBER = 128;
    private static final int LONGEST_REASON = 500;

    private final Feedbacks feedbacks;
    private final Rates rates;
    private final Organisations organisations;
    private final PolicyInForce inForce;
    private final AccessLog log;

    FollowUpDesk(Feedbacks feedbacks, Rates rates, Organisations organisations, PolicyInForce inForce, AccessLog log) {
        this.feedbacks = feedbacks;
        this.rates = rates;
        this.organisations = organisations;
        this.inForce = inForce;
        this.log = log;
    }

    Policy policy() {
        return inForce.policy();
    }

    LocalDate today() {
        return feedbacks.today();
    }

    LocalDate due(AskedCheck check) {
        return feedbacks.due(check);
    }

    FormCheck check(Words words) {
        return new FormCheck(words, FreeTextMasking.of(CodeReader.of(policy().codes())));
    }

    Optional<AskedCheck> find(Actor actor, long receipt) {
        Optional<AskedCheck> found = feedbacks.find(receipt, actor);
        found.ifPresent(check ->
                log.read(actor, "check.feedback", check.organisationId(), ReadingPurpose.OWN_WORK.about(receipt)));
        return found;
    }

    /** Null when something is wrong with what was typed, which the check then says. */
    @Nullable
    Given read(TypedFeedback typed, FormCheck check, Words words) {
        String measure = TypedFeedback.text(typed.measure());
        if (measure.isEmpty()) {
            String decision = check.line("decision", typed.decision(), LONGEST_NUMBER);
            return check.failed() ? null : new Given.Decided(decision);
        }
        String applied = check.choice(
                "applied",
                typed.applied(),
                Map.of("yes", words.say(FeedbackText.FORM_APPLIED), "no", words.say(FeedbackText.FORM_NOT_APPLIED)));
        if (applied.equals("no")) {
            String reason = check.reason("reason", typed.reason(), 2, LONGEST_REASON);
            return check.failed() ? null : new Given.NotApplied(measure, reason);
        }
        String decision = check.line("decision", typed.decision(), LONGEST_NUMBER);
        String record = TypedFeedback.text(typed.record());
        return check.failed()
                ? null
                : new Given.Applied(measure, record.substring(record.lastIndexOf('/') + 1), decision);
    }

    Optional<Giving> give(long receipt, Given given, Actor actor) {
        try {
            return feedbacks.give(receipt, given, actor);
        } catch (DataIntegrityViolationException e) {
            return Optional.of(new Giving.Overtaken());
        }
    }

    /** Hits that wait for feedback. */
    List<TodayOffer.Queue> queues(Actor actor) {
        if (!actor.may(Permission.CHECK) && !actor.may(Permission.OVERSEE)) {
            return List.of();
        }
        List<LocalDate> due = feedbacks.hits(scope(actor), today().minusYears(1), today(), ListPlan.MOST).stream()
                .filter(check -> !check.open().isEmpty())
                .map(this::due)
                .sorted()
                .toList();
        return List.of(new TodayOffer.Queue(
                FeedbackText.QUEUE_TITLE,
                FeedbackFormPage.PATH,
                due.size(),
                due.stream().filter(today()::isAfter).count(),
                due.isEmpty() ? null : due.getFirst()));
    }

    List<AskedCheck> hits(Actor actor, int limit) {
        log(actor, "check.feedback-queue");
        return feedbacks.hits(scope(actor), today().minusYears(1), today(), limit);
    }

    /** 核查记录: of a month, newest first. */
    List<MadeCheck> made(Actor actor, YearMonth month, boolean export) {
        log(actor, export ? "check.made-export" : "check.made");
        return feedbacks.made(
                actor, actor.may(Permission.OVERSEE), month.atDay(1), month.atEndOfMonth(), ListPlan.MOST);
    }

    List<RateLine> rates(Actor actor, YearMonth month) {
        log(actor, "check.rates");
        return rates.rates(scope(actor), month.atDay(1), month.atEndOfMonth());
    }

    /** 应查未查: decided without a check before. */
    List<DecisionLine> unchecked(Actor actor, YearMonth month) {
        log(actor, "check.unchecked");
        return rates.decisions(scope(actor), month.atDay(1), month.atEndOfMonth()).stream()
                .filter(decision -> !decision.checked())
                .toList();
    }

    List<JointCases> cases(Actor actor, YearMonth month) {
        log(actor, "check.cases");
        return feedbacks.cases(scope(actor), month.atDay(1), month.atEndOfMonth());
    }

    private void log(Actor actor, String what) {
        log.read(
                actor,
                what,
                null,
                ReadingPurpose.of(actor.may(Permission.OVERSEE)).code());
    }

    private static @Nullable String scope(Actor actor) {
        String source = actor.source();
        return actor.may(Permission.OVERSEE) ? null : source == null ? NOBODY : source;
    }

    /** The month typed as 2026-06; the one of today for anything else. */
    YearMonth month(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? YearMonth.from(today()) : YearMonth.parse(typed.strip());
        } catch (DateTimeException e) {
            return YearMonth.from(today());
        }
    }

    Map<Long, OrganisationLabel> parties(List<Long> ids) {
        return organisations.labels(ids.stream().distinct().toList());
    }

    String bodyOf(@Nullable String id, Words words) {
        return id == null || id.isEmpty()
                ? ""
                : policy().authority(id).map(Authority::name).map(words::say).orElse(id);
    }

    String matterOf(String id, Words words) {
        var matter = policy().matters().get(id);
        return matter == null ? id : words.say(matter.rule().title());
    }

    String measureOf(String id, Words words) {
        return policy().measures().stream()
                .filter(measure -> measure.id().equals(id))
                .findFirst()
                .map(measure -> words.say(measure.rule().title()))
                .orElse(id);
    }

    static FeedbackText of(Measure.Effect effect) {
        return switch (effect) {
            case RESTRICTION -> FeedbackText.EFFECT_RESTRICTION;
            case INCENTIVE -> FeedbackText.EFFECT_INCENTIVE;
        };
    }
}
