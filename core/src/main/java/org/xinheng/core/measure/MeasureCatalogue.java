package org.xinheng.core.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xinheng.core.policy.CodeList;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Measure;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.SubjectKind;

/**
 * The catalogue of measures (措施目录) of a policy, asked by matter. Pure: the same organisation, grounds and day give the same
 * consequences with the same reasons.
 */
public final class MeasureCatalogue {

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, List<Entry>> byMatter = new HashMap<>();

    private record Entry(Measure measure, TriggerTest test) {}

    private MeasureCatalogue(Policy policy) {
        for (Measure measure : policy.measures()) {
            Entry entry = new Entry(measure, new TriggerTest(measure.trigger(), openPrefixes(policy, measure)));
            entries.add(entry);
            for (String matter : measure.matters()) {
                byMatter.computeIfAbsent(matter, _ -> new ArrayList<>()).add(entry);
            }
        }
    }

    public static MeasureCatalogue of(Policy policy) {
        return new MeasureCatalogue(policy);
    }

    private static List<String> openPrefixes(Policy policy, Measure measure) {
        return policy.recordType(measure.trigger().recordType())
                .flatMap(type -> type.field(Field.Role.KIND))
                .map(Field::codeList)
                .map(policy.codeLists()::get)
                .map(CodeList::openPrefixes)
                .orElse(List.of());
    }

    /** Every edition of a measure, in the order of the catalogue; empty when the catalogue has none of that id. */
    public List<Measure> editions(String measure) {
        return entries.stream()
                .map(Entry::measure)
                .filter(one -> one.id().equals(measure))
                .toList();
    }

    /** What in a ground meets the trigger of a measure of this catalogue; empty when nothing does. */
    public Optional<Cause> cause(Measure measure, Ground ground) {
        return test(measure).cause(ground);
    }

    /** Last day (Asia/Shanghai) on which a measure of this catalogue may rest on a ground that meets its trigger. */
    public LocalDate lastDay(Measure measure, Ground ground) {
        return test(measure).lastDay(ground);
    }

    private TriggerTest test(Measure measure) {
        return entries.stream()
                .filter(entry -> entry.measure().equals(measure))
                .findFirst()
                .orElseThrow()
                .test();
    }

    /** The record types that any measure looks at. */
    public Set<String> recordTypes() {
        Set<String> types = new LinkedHashSet<>();
        entries.forEach(entry -> types.add(entry.measure().trigger().recordType()));
        return types;
    }

    /** Whether any measure, in whatever matter and on whatever day, could rest on the ground. */
    public boolean concerns(Ground ground) {
        return entries.stream().anyMatch(entry -> entry.test().cause(ground).isPresent());
    }

    /**
     * The measures that apply in a matter on a day (Asia/Shanghai), in the order of the catalogue: in force that day, open to
     * that kind of subject, and resting on at least one ground whose effect began and has not ended. What a measure says on
     * the day counts, also for grounds that are older than the measure.
     *
     * @param grounds of the organisation's current records only: withdrawn, repaired and unlinked ones give none
     */
    public List<Consequence> consequences(String matter, SubjectKind subject, List<Ground> grounds, LocalDate day) {
        if (grounds.isEmpty()) {
            return List.of();
        }
        List<Consequence> found = new ArrayList<>();
        for (Entry entry : byMatter.getOrDefault(matter, List.of())) {
            Measure measure = entry.measure();
            if (measure.rule().validity().covers(day) && measure.subjects().contains(subject)) {
                consequence(entry, grounds, day).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<Consequence> consequence(Entry entry, List<Ground> grounds, LocalDate day) {
        List<Consequence.Reason> reasons = new ArrayList<>();
        LocalDate until = LocalDate.MIN;
        for (int i = 0; i < grounds.size(); i++) {
            Ground ground = grounds.get(i);
            LocalDate last = entry.test().lastDay(ground);
            if (day.isBefore(ground.begins()) || day.isAfter(last)) {
                continue;
            }
            Optional<Cause> cause = entry.test().cause(ground);
            if (cause.isPresent()) {
                reasons.add(new Consequence.Reason(i, cause.get(), last));
                until = last.isAfter(until) ? last : until;
            }
        }
        return reasons.isEmpty() ? Optional.empty() : Optional.of(new Consequence(entry.measure(), until, reasons));
    }
}
