package org.xinheng.server.intake.timeliness;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.CatalogueEntry;
import org.xinheng.core.policy.DatedTable;
import org.xinheng.core.policy.DeadlineRule;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.record.Timeliness;

/** Rates records by the periods of one policy; what was counted once is remembered. Serves one question. */
final class Ratings {

    /** 双公示上网时限: for types of which the catalogue says nothing closer. */
    private static final String USUAL_CLOCK = "publication";

    private record Days(String type, LocalDate decided, LocalDate received, LocalDate published) {}

    private final Policy policy;
    private final Map<Days, Optional<Timeliness>> rated = new HashMap<>();
    private final Map<String, Boolean> noticeable = new HashMap<>();

    Ratings(Policy policy) {
        this.policy = policy;
    }

    /** Null where the pack sets no period for the type on the day of the decision. */
    @Nullable
    Timeliness rate(String type, LocalDate decided, LocalDate received, LocalDate published) {
        return rated.computeIfAbsent(
                        new Days(type, decided, received, published),
                        days -> rule(type, decided)
                                .map(rule -> Timeliness.of(decided, received, published, rule, policy.calendar())))
                .orElse(null);
    }

    private Optional<DeadlineRule> rule(String type, LocalDate decided) {
        Optional<CatalogueEntry> entry = policy.instruments().catalogueEntry(type);
        String clock = entry.isEmpty() ? USUAL_CLOCK : entry.get().timeliness();
        DatedTable<DeadlineRule> editions =
                clock == null ? null : policy.deadlines().get(clock);
        return editions == null ? Optional.empty() : editions.on(decided);
    }

    /** Whether records of the type say when the notice of repair was served. */
    boolean isNoticeable(String type) {
        return noticeable.computeIfAbsent(
                type,
                id -> policy.recordType(id)
                        .flatMap((RecordType known) -> known.field(Field.Role.REPAIR_NOTICE_ON))
                        .isPresent());
    }
}
