package org.xinheng.server.evaluation.advice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;
import org.xinheng.core.evaluation.Evaluation;
import org.xinheng.core.policy.FollowUp;
import org.xinheng.core.policy.FollowUp.Action;
import org.xinheng.core.policy.FollowUp.Course;
import org.xinheng.server.access.Silenced;
import org.xinheng.server.evaluation.Evaluations;
import org.xinheng.server.evaluation.Evaluations.Explained;
import org.xinheng.server.evaluation.advice.Advice.Offer;
import org.xinheng.server.evaluation.desk.Matter;
import org.xinheng.server.evaluation.desk.ResultView;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.service.Document;
import org.xinheng.server.service.DocumentService;
import org.xinheng.server.service.Served;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Words;

/**
 * Follows results and advises whom the pack says, once for each result: the same grade for the same reasons brings nothing again. Goes by
 * the grade of today, so that a result that was mended meanwhile brings nothing.
 */
public final class Advising {

    private static final Logger LOG = LoggerFactory.getLogger(Advising.class);

    private final AdviceStore store;
    private final Evaluations evaluations;
    private final Organisations organisations;
    private final Surroundings around;

    Advising(AdviceStore store, Evaluations evaluations, Organisations organisations, Surroundings around) {
        this.store = store;
        this.evaluations = evaluations;
        this.organisations = organisations;
        this.around = around;
    }

    /** Rules, documents, clock and transactions. */
    record Surroundings(
            PolicyInForce inForce, DocumentService documents, Clock clock, TransactionOperations transactions) {}

    LocalDate today() {
        return LocalDate.ofInstant(around.clock().instant(), around.clock().getZone());
    }

    /** What follows a grade today. */
    List<FollowUp> following(String model, String grade) {
        return inForce().stream().filter(one -> one.follows(model, grade)).toList();
    }

    private List<FollowUp> inForce() {
        return around.inForce().policy().instruments().followUps().stream()
                .filter(one -> one.rule().validity().covers(today()))
                .toList();
    }

    /** Courses by id, those of past offers too as long as the pack names them. */
    Map<String, Course> courses() {
        return around.inForce().policy().instruments().followUps().stream()
                .flatMap(one -> one.courses().stream())
                .collect(Collectors.toMap(Course::id, course -> course, (first, _) -> first));
    }

    /**
     * Tries again whom it could not advise, and goes through the results that were not followed yet.
     *
     * @return how many were advised
     * @throws IllegalStateException when an organisation could not be advised: all others were, and it is tried again
     */
    public synchronized int look() {
        int advised = 0;
        List<AdviceStore.Failed> failed = new ArrayList<>();
        for (AdviceStore.Failed one : store.failed()) {
            advised += attempt(one, failed);
        }
        AdviceStore.Unfollowed results = store.unfollowed();
        if (!results.nothing()) {
            for (Map.Entry<String, Set<String>> one : grades().entrySet()) {
                for (long id : store.graded(one.getKey(), one.getValue(), results)) {
                    advised += attempt(new AdviceStore.Failed(id, one.getKey()), failed);
                }
            }
            store.followed(results);
        }
        if (!failed.isEmpty()) {
            throw new IllegalStateException(failed.size() + " organisations could not be advised and are tried again");
        }
        return advised;
    }

    /** The grades that bring advice, by model. */
    private Map<String, Set<String>> grades() {
        Map<String, Set<String>> grades = new HashMap<>();
        inForce().stream()
                .filter(one -> one.action() == Action.ADVICE)
                .forEach(one -> grades.computeIfAbsent(one.model(), _ -> new LinkedHashSet<>())
                        .addAll(one.grades()));
        return grades;
    }

    private int attempt(AdviceStore.Failed one, List<AdviceStore.Failed> failed) {
        try {
            boolean advised =
                    Boolean.TRUE.equals(around.transactions().execute(_ -> advise(one.model(), one.organisation())));
            store.succeeded(one);
            return advised ? 1 : 0;
        } catch (RuntimeException e) {
            LOG.warn("organisation {} could not be advised by {}", one.organisation(), one.model(), Silenced.of(e));
            store.failed(one);
            failed.add(one);
            return 0;
        }
    }

    private boolean advise(String model, long id) {
        Organisation organisation = organisations.find(id).orElse(null);
        Explained explained = organisation == null
                ? null
                : evaluations.explain(model, organisation, today()).orElse(null);
        Evaluation.Rated result =
                explained == null ? null : explained.result().rated().orElse(null);
        if (organisation == null || explained == null || result == null) {
            return false;
        }
        List<FollowUp> follow = following(model, result.grade().id());
        String document = follow.stream()
                .filter(one -> one.action() == Action.ADVICE)
                .findFirst()
                .map(FollowUp::document)
                .orElse(null);
        store.inTurn(organisation.id());
        if (document == null
                || last(organisation, model)
                        .filter(one -> one.matter().covers(result))
                        .isPresent()) {
            return false;
        }
        List<Course> courses = follow.stream()
                .filter(one -> one.action() == Action.TRAINING_OFFERED)
                .flatMap(one -> one.courses().stream())
                .toList();
        boolean talk = follow.stream().anyMatch(one -> one.action() == Action.ADVISORY_TALK);
        Served served = around.documents()
                .serve(new Document(
                        organisation.id(),
                        document,
                        fields(explained, organisation, talk, courses),
                        around.inForce().policy().place().leadAuthority().zh(),
                        "advice-" + model + "-" + today()));
        store.give(
                Matter.of(organisation.id(), model, result),
                new Offer(talk, courses.stream().map(Course::id).toList()),
                served.documentId(),
                served.at());
        return true;
    }

    private Optional<Advice> last(Organisation organisation, String model) {
        return store.of(organisations.idsOf(organisation.id())).stream()
                .filter(one -> one.matter().model().equals(model))
                .findFirst();
    }

    private static Map<String, String> fields(
            Explained explained, Organisation organisation, boolean talk, List<Course> courses) {
        Words chinese = Words.in(Language.CHINESE);
        ResultView said = ResultView.of(explained, organisation, chinese);
        Map<String, String> fields = new HashMap<>();
        fields.put("model", explained.model().rule().title().zh());
        fields.put("grade", said.grade() == null ? "" : said.grade().title());
        fields.put("reasons", said.reasons().stream().map(ResultView.Said::text).collect(Collectors.joining()));
        if (!said.whatIfs().isEmpty()) {
            fields.put(
                    "change", said.whatIfs().stream().map(ResultView.If::text).collect(Collectors.joining()));
        }
        if (talk) {
            fields.put("talk", chinese.say(AdviceText.DOCUMENT_TALK));
        }
        if (!courses.isEmpty()) {
            fields.put(
                    "training",
                    courses.stream()
                            .map(one -> chinese.say(
                                    AdviceText.DOCUMENT_COURSE,
                                    one.title().zh(),
                                    one.when().zh(),
                                    one.provider().zh()))
                            .collect(Collectors.joining()));
        }
        return fields;
    }

    AdviceStore store() {
        return store;
    }

    /** What would change the result of today; empty where the organisation has none or nothing follows its grade any more. */
    Optional<Explained> stillAdvised(Organisation organisation, Advice advice) {
        String model = advice.matter().model();
        return evaluations
                .explain(model, organisation, today())
                .filter(explained -> explained
                        .result()
                        .rated()
                        .filter(result -> following(model, result.grade().id()).stream()
                                .anyMatch(one -> one.action() == Action.ADVICE))
                        .isPresent());
    }

    /**
     * The organisation answers an offer; it may answer again, and need not answer.
     *
     * @param courses of those offered; others are left out
     * @return null when it is not the organisation's
     */
    @Nullable
    Advice answer(long id, Organisation organisation, boolean talk, List<String> courses, String actor) {
        Advice advice = store.find(id)
                .filter(one -> organisations
                        .idsOf(organisation.id())
                        .contains(one.matter().organisation()))
                .orElse(null);
        if (advice == null) {
            return null;
        }
        List<String> offered =
                advice.offer().courses().stream().filter(courses::contains).toList();
        store.answer(
                id,
                new Advice.Answer(
                        talk && advice.offer().talk(), offered, around.clock().instant()),
                actor);
        return store.find(id).orElseThrow();
    }
}
