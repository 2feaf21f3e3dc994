package org.xinheng.server.breach.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.BreachRules;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.breach.BreachNotices;
import org.xinheng.server.breach.BreachNotices.Acknowledged;
import org.xinheng.server.breach.BreachNotices.Notice;
import org.xinheng.server.breach.BreachNotices.Sought;
import org.xinheng.server.breach.BreachNotices.State;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.Slice;
import org.xinheng.server.web.Words;

/** Notices for their readers: a body sees those that it was given, the office and the auditor see all. */
final class BreachDesk {

    private final BreachNotices notices;
    private final Organisations organisations;
    private final PolicyInForce inForce;
    private final AccessLog log;

    BreachDesk(BreachNotices notices, Organisations organisations, PolicyInForce inForce, AccessLog log) {
        this.notices = notices;
        this.organisations = organisations;
        this.inForce = inForce;
        this.log = log;
    }

    /** A notice with what its words need: the rules by which it was written, and whom it is about. */
    record Told(
            Notice notice,
            State state,
            Policy policy,
            @Nullable OrganisationLabel organisation) {

        String body(Words words) {
            return organisation == null ? words.say(BreachText.BODY_GONE) : organisation.name();
        }

        @Nullable
        String code() {
            return organisation == null ? null : organisation.code();
        }

        String recordType(Words words) {
            return policy.recordType(notice.cause().type())
                    .map(type -> words.say(type.title()))
                    .orElse(notice.cause().type());
        }

        String superior(Words words) {
            return policy.authority(notice.superior())
                    .map(body -> words.say(body.name()))
                    .orElse(notice.superior());
        }

        String basis() {
            BreachRules rules = policy.instruments().breaches();
            return rules == null ? "" : rules.rule().basis().citation();
        }
    }

    /** How many the actor's body was given. */
    long countOwn(Actor actor) {
        String body = actor.source();
        return body == null ? 0 : notices.count(body);
    }

    List<BreachView> own(Actor actor, long offset, int limit, Words words) {
        String body = actor.source();
        return body == null
                ? List.of()
                : views(actor, notices.of(body, offset, limit), false, told -> BreachView.of(told, words));
    }

    long countAll() {
        return notices.count(null);
    }

    List<BreachView> all(Actor actor, long offset, int limit, Words words) {
        return views(actor, notices.all(offset, limit), true, told -> BreachView.of(told, words));
    }

    /** Newest first, those of the own body. @param state null for all */
    Slice<NoticeView> own(Actor actor, @Nullable State state, long before, int limit, Words words) {
        String body = actor.source();
        return body == null
                ? new Slice<>(List.of(), false)
                : list(actor, new Sought(body, state, before), limit, words);
    }

    /** Newest first, those of all bodies. @param state null for all */
    Slice<NoticeView> all(Actor actor, @Nullable State state, long before, int limit, Words words) {
        return list(actor, new Sought(null, state, before), limit, words);
    }

    /** Only what is shown counts as read. */
    private Slice<NoticeView> list(Actor actor, Sought sought, int limit, Words words) {
        Slice<Notice> page = Slice.of(limit, many -> notices.list(sought, many));
        return new Slice<>(
                views(actor, page.rows(), sought.body() == null, told -> NoticeView.of(told, words)), page.more());
    }

    /** One of the own body. */
    Optional<NoticeView> find(Actor actor, long id, Words words) {
        String body = actor.source();
        return body == null
                ? Optional.empty()
                : notices.find(id, body)
                        .map(one -> views(actor, List.of(one), false, told -> NoticeView.of(told, words))
                                .getFirst());
    }

    Acknowledged acknowledge(Actor actor, long id) {
        String body = actor.source();
        return body == null ? Acknowledged.UNKNOWN : notices.acknowledge(id, body, actor.name());
    }

    /** The register of state-owned enterprises beside the names under which they are registered. */
    List<EnterpriseView> enterprises(Words words) {
        Policy policy = inForce.policy();
        BreachRules rules = policy.instruments().breaches();
        return rules == null
                ? List.of()
                : rules.enterprises().stream()
                        .map(one -> EnterpriseView.of(one, policy, organisations.findByCode(one.code()), words))
                        .toList();
    }

    /** Every notice has its line, also one whose organisation is not found any more: it waits to be acknowledged all the same. */
    private <V> List<V> views(Actor actor, List<Notice> found, boolean overseeing, Function<Told, V> view) {
        log.readAll(
                actor,
                "breach",
                found.stream()
                        .map(one -> new AccessLog.Read(
                                one.cause().organisation(),
                                ReadingPurpose.of(overseeing).about(one.id())))
                        .toList());
        Map<Long, OrganisationLabel> labels = organisations.labels(
                found.stream().map(one -> one.cause().organisation()).toList());
        List<V> views = new ArrayList<>();
        for (Notice notice : found) {
            views.add(view.apply(new Told(
                    notice,
                    notice.state(notices.today()),
                    inForce.edition(notice.version()).orElseGet(inForce::policy),
                    labels.get(notice.cause().organisation()))));
        }
        return views;
    }
}
