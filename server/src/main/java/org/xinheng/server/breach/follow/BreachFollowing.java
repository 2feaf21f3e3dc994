package org.xinheng.server.breach.follow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import org.xinheng.core.clock.DueDate;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.BreachRules;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.Publication.Gate;
import org.xinheng.server.archive.RecordMark;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.breach.BreachNotices;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;

/**
 * Follows the archive by its positions: writes a notice for each confirmed breach of a public body, and withdraws it when its record ends,
 * is settled or is held. What was followed commits with what came of it.
 */
final class BreachFollowing implements BreachNotices {

    private final Holdings holdings;
    private final PolicyInForce inForce;
    private final Clock clock;
    private final TransactionOperations transactions;

    BreachFollowing(Holdings holdings, PolicyInForce inForce, Clock clock, TransactionOperations transactions) {
        this.holdings = holdings;
        this.inForce = inForce;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Where is read and written. */
    record Holdings(Archive archive, Organisations organisations, BreachStore store) {}

    @Override
    public int look() {
        return Objects.requireNonNull(transactions.execute(_ -> step()));
    }

    private int step() {
        BreachStore.Progress at = holdings.store().lock();
        Policy policy = inForce.policy();
        if (at.position() == null) {
            holdings.store().move(holdings.archive().position().value(), policy.version());
            return 0;
        }
        BreachRules rules = policy.instruments().breaches();
        if (rules == null || !rules.rule().validity().covers(today())) {
            // What happens meanwhile is told once a rule is in force again.
            return 0;
        }
        Archive.Changes changes = holdings.archive().changedSince(new Archive.Position(at.position(), clock.instant()));
        Set<Long> organisations = new TreeSet<>(changes.organisations());
        if (!policy.version().equals(at.ruleVersion())) {
            organisations.addAll(holdings.store().concerned());
            // What no earlier rules told of may be told of now.
            holdings.archive().eachCurrent(types(rules), version -> organisations.add(version.organisationId()));
        }
        int written = organisations.isEmpty() ? 0 : settle(policy, rules, organisations);
        holdings.store().move(changes.upTo().value(), policy.version());
        return written;
    }

    /** A breach that stands, and before whom it comes; nobody is told of one where the rules name no superior. */
    private record Found(Cause cause, Optional<String> superior) {}

    /** @param over takes up records that stand and are no breach to tell of, with the reason */
    private List<Found> found(
            Policy policy, BreachRules rules, Collection<Long> organisations, Map<String, Reason> over) {
        List<String> types = types(rules);
        List<Found> found = new ArrayList<>();
        holdings.archive().eachCurrentOf(organisations, types, version -> {
            RecordType type = Objects.requireNonNull(policy.recordTypes().get(version.type()));
            if (!rules.confirms(type.id(), value(type, Field.Role.KIND, version))) {
                over.put(version.address(), Reason.SETTLED);
            } else if (!counts(version)) {
                over.put(version.address(), Reason.MARKED);
            } else {
                found.add(new Found(
                        new Cause(
                                version.address(),
                                version.organisationId(),
                                type.id(),
                                Objects.requireNonNullElse(value(type, Field.Role.DOCUMENT_NUMBER, version), ""),
                                version.decidedOn()),
                        superior(policy, rules, version.organisationId())));
            }
        });
        return found;
    }

    private static List<String> types(BreachRules rules) {
        return rules.breaches().stream()
                .map(BreachRules.Breach::recordType)
                .distinct()
                .toList();
    }

    private static @Nullable String value(RecordType type, Field.Role role, RecordVersion version) {
        return type.field(role).map(field -> version.values().get(field.name())).orElse(null);
    }

    /** What is held, in dispute, in court, withheld or screened is no confirmed breach. */
    private boolean counts(RecordVersion version) {
        return !version.gate().equals(Gate.HELD.id())
                && version.marks().stream()
                        .noneMatch(mark -> mark.kind() != RecordMark.Kind.STATEMENT && mark.effective(today()));
    }

    private Optional<String> superior(Policy policy, BreachRules rules, long organisation) {
        return holdings.organisations().find(organisation).flatMap(one -> {
            String code = one.code();
            return code == null
                    ? Optional.empty()
                    : rules.superiorOf(
                            code, policy.authority(code).map(Authority::id).orElse(null));
        });
    }

    private int settle(Policy policy, BreachRules rules, Collection<Long> organisations) {
        Map<String, Reason> over = new HashMap<>();
        List<Found> found = found(policy, rules, organisations, over);
        Map<String, BreachStore.Open> open = holdings.store()
                .open(
                        organisations,
                        found.stream().map(one -> one.cause().record()).toList());
        int written = 0;
        for (Found one : found) {
            BreachStore.Open told = open.remove(one.cause().record());
            String superior = one.superior().orElse(null);
            if (superior == null || (told != null && told.superior().equals(superior))) {
                continue;
            }
            if (told != null) {
                holdings.store().withdraw(told.notice(), Reason.MOVED, today(), clock.instant());
            }
            LocalDate due = DueDate.of(policy.deadline(rules.acknowledge(), today()), policy.calendar(), today())
                    .date();
            holdings.store().write(one.cause(), superior, policy.version(), today(), due, clock.instant());
            written++;
        }
        open.forEach((record, one) ->
                holdings.store().withdraw(one.notice(), reason(record, over), today(), clock.instant()));
        return written;
    }

    /** A record that stands and is none to tell of any more is settled. */
    private Reason reason(String record, Map<String, Reason> over) {
        Reason known = over.get(record);
        return known != null ? known : holdings.archive().find(record) == null ? Reason.ENDED : Reason.SETTLED;
    }

    @Override
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    @Override
    public List<Notice> of(String body, long offset, int limit) {
        return holdings.store().of(body, today(), offset, limit);
    }

    @Override
    public List<Notice> all(long offset, int limit) {
        return holdings.store().of(null, today(), offset, limit);
    }

    @Override
    public long count(@Nullable String body) {
        return holdings.store().count(body);
    }

    @Override
    public List<Notice> list(Sought sought, int limit) {
        return holdings.store().list(sought, today(), limit);
    }

    @Override
    public Optional<Notice> find(long id, String body) {
        return holdings.store().find(id, body);
    }

    @Override
    public Acknowledged acknowledge(long id, String body, String actor) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            holdings.store().lock();
            Notice notice = holdings.store().find(id, body).orElse(null);
            if (notice == null) {
                return Acknowledged.UNKNOWN;
            }
            if (notice.acknowledgedOn() != null) {
                return Acknowledged.BEFORE;
            }
            if (notice.withdrawal() != null) {
                return Acknowledged.WITHDRAWN;
            }
            holdings.store().acknowledge(id, actor, today(), clock.instant());
            return Acknowledged.NOW;
        }));
    }
}
