package org.xinheng.server.evaluation.release;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;
import org.xinheng.core.clock.DueDate;
import org.xinheng.core.evaluation.Evaluation;
import org.xinheng.core.policy.GradeRelease;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.evaluation.Evaluations;
import org.xinheng.server.evaluation.Evaluations.Explained;
import org.xinheng.server.evaluation.desk.Matter;
import org.xinheng.server.evaluation.desk.ResultView;
import org.xinheng.server.evaluation.release.Notice.Decision;
import org.xinheng.server.evaluation.release.NoticeStore.Sent;
import org.xinheng.server.evaluation.release.Outcome.Done;
import org.xinheng.server.evaluation.release.Outcome.Refused;
import org.xinheng.server.evaluation.release.Outcome.Why;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.service.Document;
import org.xinheng.server.service.DocumentService;
import org.xinheng.server.service.Served;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Words;

/**
 * Notice before a bad grade is given out, answer, decision. Nobody is given such a grade unless the organisation was told of this very
 * result, and answered or let the time go by, and the office decided after that.
 */
final class GradeNotices implements GradeDoor {

    /** So many are served in one go. */
    static final int AT_ONCE = 200;

    private static final int RUNS = 100;

    private final NoticeStore store;
    private final Evaluations evaluations;
    private final Organisations organisations;
    private final Surroundings around;

    GradeNotices(NoticeStore store, Evaluations evaluations, Organisations organisations, Surroundings around) {
        this.store = store;
        this.evaluations = evaluations;
        this.organisations = organisations;
        this.around = around;
    }

    /** Rules, documents, clock and transactions. */
    record Surroundings(
            PolicyInForce inForce,
            DocumentService documents,
            Clock clock,
            TransactionOperations transactions,
            ApplicationEventPublisher events) {}

    NoticeStore store() {
        return store;
    }

    LocalDate today() {
        return LocalDate.ofInstant(around.clock().instant(), around.clock().getZone());
    }

    Optional<GradeRelease> rules() {
        return Optional.ofNullable(around.inForce().policy().instruments().gradeRelease());
    }

    /** Tells an organisation of its grade of today. */
    Outcome serve(String model, Organisation organisation, String actor) {
        GradeRelease rules = rules().orElse(null);
        Explained explained = evaluations.explain(model, organisation, today()).orElse(null);
        if (rules == null || explained == null) {
            return new Refused(Why.NO_RULE);
        }
        Evaluation.Rated result = explained.result().rated().orElse(null);
        if (result == null || !rules.isBad(model, result.grade().id())) {
            return new Refused(Why.NOT_BAD);
        }
        return inTurn(organisation.id(), () -> {
            Optional<Notice> last = store.last(organisations.idsOf(organisation.id()), model);
            if (last.filter(one -> one.matter().covers(result)).isPresent()) {
                return new Refused(Why.TOLD);
            }
            LocalDate by = answerBy(rules);
            Served served = around.documents().serve(document(rules, explained, organisation, by));
            Sent sent = new Sent(served.documentId(), by, served.at());
            return new Done(store.open(Matter.of(organisation.id(), model, result), sent, actor));
        });
    }

    private LocalDate answerBy(GradeRelease rules) {
        Policy policy = around.inForce().policy();
        return DueDate.of(policy.deadline(rules.answer(), today()), policy.calendar(), today())
                .date();
    }

    private Document document(GradeRelease rules, Explained explained, Organisation organisation, LocalDate by) {
        Words chinese = Words.in(Language.CHINESE);
        ResultView said = ResultView.of(explained, organisation, chinese);
        Map<String, String> fields = new HashMap<>();
        fields.put("model", explained.model().rule().title().zh());
        fields.put("grade", Objects.requireNonNull(said.grade()).title());
        fields.put("reasons", said.reasons().stream().map(ResultView.Said::text).collect(Collectors.joining()));
        if (!said.whatIfs().isEmpty()) {
            fields.put(
                    "change", said.whatIfs().stream().map(ResultView.If::text).collect(Collectors.joining()));
        }
        fields.put("answer-by", new Formats(Language.CHINESE).day(by));
        return new Document(
                organisation.id(),
                rules.document(),
                fields,
                around.inForce().policy().place().leadAuthority().zh(),
                "evaluation-" + explained.model().id() + "-" + today());
    }

    /** @param served notices of this go; @param more whether there may be further organisations to be told */
    record Many(int served, boolean more) {}

    /**
     * Tells everybody of whom the last finished run says a bad grade, as far as the grade is bad today and they were not told; at most
     * {@value #AT_ONCE} in one go.
     *
     * @return empty where the pack has no rule or no run of the model is finished
     */
    Optional<Many> serveAll(String model, String actor) {
        List<String> bad =
                rules().map(rules -> rules.bad().getOrDefault(model, List.of())).orElse(List.of());
        Evaluations.Run run = evaluations.runs(RUNS).stream()
                .filter(one -> one.finished() && one.model().equals(model))
                .findFirst()
                .orElse(null);
        if (bad.isEmpty() || run == null) {
            return Optional.empty();
        }
        int served = 0;
        long after = 0;
        while (true) {
            List<Long> found = store.graded(run.id(), bad, after, AT_ONCE);
            for (long id : found) {
                after = id;
                Organisation organisation = organisations.find(id).orElse(null);
                if (organisation != null && serve(model, organisation, actor) instanceof Done && ++served == AT_ONCE) {
                    return Optional.of(new Many(served, true));
                }
            }
            if (found.size() < AT_ONCE) {
                return Optional.of(new Many(served, false));
            }
        }
    }

    /** The organisation answers, also after its time as long as nothing was decided. */
    Outcome answer(long id, long organisation, String text, String actor) {
        Notice known = store.find(id)
                .filter(one ->
                        organisations.idsOf(organisation).contains(one.matter().organisation()))
                .orElse(null);
        if (known == null) {
            return new Refused(Why.UNKNOWN);
        }
        return inTurn(known.matter().organisation(), () -> {
            Notice notice = store.find(id).orElseThrow();
            if (notice.decision() != null) {
                return new Refused(Why.DECIDED);
            }
            if (notice.answer() != null) {
                return new Refused(Why.ANSWERED);
            }
            store.answer(id, text, actor, around.clock().instant());
            return new Done(store.find(id).orElseThrow());
        });
    }

    /** The office decides; to withhold the grade it need not wait. */
    Outcome decide(long id, boolean release, String reasons, String actor) {
        Notice known = store.find(id).orElse(null);
        if (known == null) {
            return new Refused(Why.UNKNOWN);
        }
        return inTurn(known.matter().organisation(), () -> {
            Notice notice = store.find(id).orElseThrow();
            if (notice.decision() != null) {
                return new Refused(Why.DECIDED);
            }
            if (release && notice.state(today()) == Notice.State.WAITING) {
                return new Refused(Why.TIME_RUNS);
            }
            if (release && !stillSo(notice)) {
                return new Refused(Why.CHANGED);
            }
            store.decide(id, new Decision(release, reasons, around.clock().instant()), actor);
            around.events()
                    .publishEvent(new NoticeDecided(
                            notice.matter().organisation(), notice.matter().model()));
            return new Done(store.find(id).orElseThrow());
        });
    }

    private boolean stillSo(Notice notice) {
        return organisations
                .find(notice.matter().organisation())
                .flatMap(one -> evaluations.explain(notice.matter().model(), one, today()))
                .flatMap(explained -> explained.result().rated())
                .filter(notice.matter()::covers)
                .isPresent();
    }

    /**
     * The grade of today, where a body may be given it.
     *
     * @param body id of the department
     * @return empty when no rule of the pack gives it to the body, and when it is bad and the organisation was not heard
     */
    Optional<Explained> released(String model, Organisation organisation, String body) {
        GradeRelease rules = rules().orElse(null);
        if (rules == null) {
            return Optional.empty();
        }
        return evaluations
                .explain(model, organisation, today())
                .filter(explained -> explained
                        .result()
                        .rated()
                        .filter(result ->
                                given(rules, model, body, result.grade().id()))
                        .filter(result -> opens(model, organisation, result))
                        .isPresent());
    }

    @Override
    public boolean opens(String model, Organisation organisation, Evaluation.Rated result) {
        return rules().filter(rules -> !rules.isBad(model, result.grade().id()) || heard(organisation, model, result))
                .isPresent();
    }

    private static boolean given(GradeRelease rules, String model, String body, String grade) {
        return rules.rulesOf(body, model).stream().anyMatch(one -> one.grades().contains(grade));
    }

    private boolean heard(Organisation organisation, String model, Evaluation.Rated result) {
        return store.last(organisations.idsOf(organisation.id()), model)
                .filter(one -> one.state(today()) == Notice.State.RELEASED)
                .filter(one -> one.matter().covers(result))
                .isPresent();
    }

    private Outcome inTurn(long organisation, Supplier<Outcome> step) {
        return Objects.requireNonNull(around.transactions().execute(_ -> {
            store.inTurn(organisation);
            return step.get();
        }));
    }
}
