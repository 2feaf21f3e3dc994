package org.xinheng.server.measure.feedback;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Matter;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.record.DateWindow;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.KnownRecords;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;

/**
 * Were decisions checked before they were taken (应查必查), and were hits answered (奖惩到位)? Decisions come as records of the type that
 * a matter names; they are joined with receipts by the number of the decision that was fed back, the organisation, the matter and
 * the body. Reads the decisions of the period: for statistics, not for every request.
 */
public final class Rates {

    private final FeedbackStore store;
    private final Archive archive;
    private final KnownRecords known;
    private final Organisations organisations;
    private final PolicyInForce inForce;

    public Rates(
            JdbcClient sql,
            Clock clock,
            Archive archive,
            KnownRecords known,
            Organisations organisations,
            PolicyInForce inForce) {
        this.store = new FeedbackStore(sql, clock.getZone());
        this.archive = archive;
        this.known = known;
        this.organisations = organisations;
        this.inForce = inForce;
    }

    /**
     * By body and matter.
     *
     * @param body id of the body; null for all
     * @param from first day on which something was decided or asked
     * @param to last day of both
     */
    public List<RateLine> rates(@Nullable String body, LocalDate from, LocalDate to) {
        Map<String, RateLine> lines = new TreeMap<>();
        for (DecisionLine decision : decisions(body, from, to)) {
            add(lines, new RateLine(decision.body(), decision.matter(), 1, decision.checked() ? 1 : 0, 0, 0));
        }
        store.answered(body, from, to).forEach(line -> add(lines, line));
        return List.copyOf(lines.values());
    }

    private static void add(Map<String, RateLine> lines, RateLine one) {
        lines.merge(
                one.body() + "\n" + one.matter(),
                one,
                (a, b) -> new RateLine(
                        a.body(),
                        a.matter(),
                        a.decisions() + b.decisions(),
                        a.checked() + b.checked(),
                        a.hits() + b.hits(),
                        a.answered() + b.answered()));
    }

    /** Decisions of the period, each with whether it was checked before; the latest first. @param body null for all */
    public List<DecisionLine> decisions(@Nullable String body, LocalDate from, LocalDate to) {
        Policy policy = inForce.policy();
        Map<String, List<Matter>> byType = new LinkedHashMap<>();
        for (Matter matter : policy.matters().values()) {
            String type = matter.decisions();
            if (type != null) {
                byType.computeIfAbsent(type, _ -> new ArrayList<>()).add(matter);
            }
        }
        List<DecisionLine> found = new ArrayList<>();
        if (!byType.isEmpty()) {
            known.eachDecided(
                    new DateWindow(from, to),
                    List.copyOf(byType.keySet()),
                    archive.position().value(),
                    version -> byType.getOrDefault(version.type(), List.of())
                            .forEach(matter -> line(version, matter, policy, body, found)));
        }
        return joined(found);
    }

    private static void line(
            RecordVersion version, Matter matter, Policy policy, @Nullable String body, List<DecisionLine> found) {
        String id = policy.authority(version.authorityCode()).map(Authority::id).orElse(version.authorityCode());
        if (body == null || body.equals(id)) {
            found.add(new DecisionLine(
                    version.address(),
                    numberOf(policy.recordTypes().get(version.type()), version),
                    version.organisationId(),
                    id,
                    matter.id(),
                    version.decidedOn(),
                    false));
        }
    }

    private static String numberOf(@Nullable RecordType type, RecordVersion version) {
        return type == null
                ? ""
                : type.field(Field.Role.DOCUMENT_NUMBER)
                        .map(field -> version.values().get(field.name()))
                        .orElse("");
    }

    private List<DecisionLine> joined(List<DecisionLine> decisions) {
        Set<String> keys = decisions.stream()
                .map(one -> DecisionNumber.key(one.number()))
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toSet());
        Map<String, List<FeedbackStore.Checked>> checks = new HashMap<>();
        if (!keys.isEmpty()) {
            store.checkedBefore(keys)
                    .forEach(check -> checks.computeIfAbsent(check.key(), _ -> new ArrayList<>())
                            .add(check));
        }
        return decisions.stream()
                .map(one -> new DecisionLine(
                        one.address(),
                        one.number(),
                        one.organisationId(),
                        one.body(),
                        one.matter(),
                        one.decidedOn(),
                        checks.getOrDefault(DecisionNumber.key(one.number()), List.of()).stream()
                                .anyMatch(check -> before(check, one))))
                .sorted((a, b) -> b.decidedOn().compareTo(a.decidedOn()))
                .toList();
    }

    /** The decision's own day counts: its hour is not known. */
    private boolean before(FeedbackStore.Checked check, DecisionLine decision) {
        return !check.askedOn().isAfter(decision.decidedOn())
                && check.matter().equals(decision.matter())
                && decision.body().equals(check.source())
                && (check.organisationId() == decision.organisationId()
                        || organisations.idsOf(check.organisationId()).contains(decision.organisationId()));
    }
}
