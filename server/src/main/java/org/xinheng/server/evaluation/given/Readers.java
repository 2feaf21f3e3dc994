package org.xinheng.server.evaluation.given;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Basis;
import org.xinheng.core.policy.GradeRelease;
import org.xinheng.core.policy.GradeRelease.Kind;
import org.xinheng.core.policy.GradeRelease.Reader;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Title;
import org.xinheng.server.access.Actor;
import org.xinheng.server.consent.StandingConsents;
import org.xinheng.server.policy.PolicyInForce;

/**
 * By which rules readers are told, and which feed an actor reads. Departments and clients have names of their own ranges, so that a client
 * which is called like a department never stands in for it; such a client is told nothing at all.
 */
final class Readers {

    private static final String AUTHORITY = "authority:";
    private static final String CLIENT = "client:";

    private final PolicyInForce inForce;

    Readers(PolicyInForce inForce) {
        this.inForce = inForce;
    }

    /**
     * @param feed name of the reader's feed
     * @param bad grades of the model before which an organisation is heard
     * @param edition version of the pack that has the rule
     */
    record Telling(String feed, Reader rule, List<String> bad, String edition) {
        Telling {
            bad = List.copyOf(bad);
        }

        /** For what a grant is needed; empty where none is. */
        Optional<StandingConsents.Use> use() {
            return Optional.ofNullable(rule.consent())
                    .map(one -> new StandingConsents.Use(rule.reader(), one.purpose(), one.data()));
        }

        /** What a grade is given on: a bad one has a basis of its own. */
        Basis basis(String grade) {
            Basis ofBad = rule.badBasis();
            return ofBad != null && bad.contains(grade) ? ofBad : rule.rule().basis();
        }
    }

    /** Rules by which somebody is told on a day. */
    List<Telling> on(LocalDate day) {
        Policy policy = inForce.policy();
        GradeRelease release = policy.instruments().gradeRelease();
        if (release == null) {
            return List.of();
        }
        return release.readers().stream()
                .filter(one -> one.rule().validity().covers(day) && !collides(policy, one))
                .map(one -> new Telling(
                        feed(one), one, release.bad().getOrDefault(one.model(), List.of()), policy.version()))
                .toList();
    }

    Optional<Telling> of(String feed, String model, LocalDate day) {
        return on(day).stream()
                .filter(one -> one.feed().equals(feed) && one.rule().model().equals(model))
                .findFirst();
    }

    /** Whether the pack has a rule for this reader and model, in force or not. */
    boolean isNamed(String feed, String model) {
        Policy policy = inForce.policy();
        return rules(policy).stream()
                .anyMatch(one -> !collides(policy, one)
                        && feed(one).equals(feed)
                        && one.model().equals(model));
    }

    boolean isNamed(String feed) {
        Policy policy = inForce.policy();
        return rules(policy).stream()
                .anyMatch(one -> !collides(policy, one) && feed(one).equals(feed));
    }

    /**
     * Feeds that a program may read, the one that it reads first; none for people. A client that became a department's, or that a department
     * came to be called like, has its former one still: it hears there of ends.
     */
    List<String> feeds(Actor actor) {
        if (actor.kind() != Actor.Kind.CLIENT || actor.organisation() != null) {
            return List.of();
        }
        String own = CLIENT + actor.name();
        return actor.source() == null ? List.of(own) : List.of(AUTHORITY + actor.source(), own);
    }

    static boolean isOfAuthority(String feed) {
        return feed.startsWith(AUTHORITY);
    }

    /** Whoever reads a feed, in words of the rules; its id where they have none. */
    Title title(String feed) {
        Policy policy = inForce.policy();
        String id = feed.substring(feed.indexOf(':') + 1);
        if (isOfAuthority(feed)) {
            return policy.authority(id).map(Authority::name).orElse(new Title(id, id));
        }
        return policy.instruments()
                .consent()
                .reader(id)
                .map(one -> one.rule().title())
                .orElseGet(() -> rules(policy).stream()
                        .filter(one -> feed(one).equals(feed))
                        .findFirst()
                        .map(one -> one.rule().title())
                        .orElse(new Title(id, id)));
    }

    static String feedOfClient(String client) {
        return CLIENT + client;
    }

    private static List<Reader> rules(Policy policy) {
        GradeRelease release = policy.instruments().gradeRelease();
        return release == null ? List.of() : release.readers();
    }

    private static String feed(Reader rule) {
        return (rule.kind() == Kind.AUTHORITY ? AUTHORITY : CLIENT) + rule.reader();
    }

    /** The check of the pack refuses it; bodies may have come since, and institutions. */
    private static boolean collides(Policy policy, Reader rule) {
        return rule.kind() != Kind.AUTHORITY
                && (policy.authority(rule.reader()).isPresent()
                        || (rule.consent() == null
                                && policy.instruments()
                                        .consent()
                                        .reader(rule.reader())
                                        .isPresent()));
    }
}
