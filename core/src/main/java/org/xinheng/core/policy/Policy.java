package org.xinheng.core.policy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.core.calendar.WorkingCalendar;
import org.xinheng.core.code.CodeTables;

/**
 * Everything a place's effective pack says, on top of the packs it extends.
 *
 * @param pack name of the pack
 * @param version SHA-256 over all files of the pack and the packs below it: the rule version that answers quote
 * @param recordTypes by id, in the order of their numbers
 * @param deadlines editions by clock
 * @param authorities empty where the pack declares none: then any valid code may deliver
 * @param instruments lists, commitments, evaluation, draws, reports, monitoring
 */
public record Policy(
        String pack,
        String version,
        Place place,
        WorkingCalendar calendar,
        CodeTables codes,
        Map<String, RecordType> recordTypes,
        Map<String, CodeList> codeLists,
        Map<String, GateRules> gates,
        Map<String, DatedTable<DeadlineRule>> deadlines,
        List<Authority> authorities,
        Map<String, Matter> matters,
        List<Measure> measures,
        List<Rule> rules,
        Instruments instruments) {

    /** A policy without instruments, as small packs and tests have it. */
    public Policy(
            String pack,
            String version,
            Place place,
            WorkingCalendar calendar,
            CodeTables codes,
            Map<String, RecordType> recordTypes,
            Map<String, CodeList> codeLists,
            Map<String, GateRules> gates,
            Map<String, DatedTable<DeadlineRule>> deadlines,
            List<Authority> authorities,
            Map<String, Matter> matters,
            List<Measure> measures,
            List<Rule> rules) {
        this(
                pack,
                version,
                place,
                calendar,
                codes,
                recordTypes,
                codeLists,
                gates,
                deadlines,
                authorities,
                matters,
                measures,
                rules,
                Instruments.NONE);
    }

    public Policy {
        recordTypes = ordered(recordTypes);
        codeLists = ordered(codeLists);
        gates = ordered(gates);
        deadlines = ordered(deadlines);
        authorities = List.copyOf(authorities);
        matters = ordered(matters);
        measures = List.copyOf(measures);
        rules = List.copyOf(rules);
    }

    private static <T> Map<String, T> ordered(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /**
     * The edition of a period that is in force on a day.
     *
     * @param clock id of the period, e.g. {@code withdrawal}
     * @param day the day that starts the period
     * @throws IllegalArgumentException when the pack has none: a fault of the pack
     */
    public DeadlineRule deadline(String clock, LocalDate day) {
        DatedTable<DeadlineRule> editions = deadlines.get(clock);
        if (editions == null) {
            throw new IllegalArgumentException("no deadline " + clock + " in pack " + pack);
        }
        return editions.on(day)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no edition of deadline " + clock + " on " + day + " in pack " + pack));
    }

    public Optional<RecordType> recordType(String id) {
        return Optional.ofNullable(recordTypes.get(id));
    }

    public Optional<Authority> authority(String codeOrId) {
        return authorities.stream()
                .filter(a -> a.code().equals(codeOrId) || a.id().equals(codeOrId))
                .findFirst();
    }

    /** Name of a division (行政区划) of the place or of the national list; its code where neither has it. */
    public Title division(String code) {
        if (code.equals(place.division())) {
            return place.name();
        }
        CodeList divisions = codeLists.get("divisions");
        Title known = divisions == null ? null : divisions.values().get(code);
        return place.counties().stream()
                .filter(county -> county.code().equals(code))
                .map(Place.Division::name)
                .findFirst()
                .orElse(known == null ? new Title(code, code) : known);
    }
}
