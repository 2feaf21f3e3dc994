package org.xinheng.packs;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xinheng.core.policy.Basis;
import org.xinheng.core.policy.CatalogueEntry;
import org.xinheng.core.policy.CodeList;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.GateRules;
import org.xinheng.core.policy.ListRule;
import org.xinheng.core.policy.Measure;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.Rule;

/**
 * Whether lists, restrictions and publicity windows keep to what 国办发〔2020〕49号, the national lists and Order 36 allow: a basis of
 * rank, due process, an item of the national list or a local regulation, and no period of one's own making.
 */
final class RestraintCheck extends RuleCheck {

    /** Sources that can carry neither a restriction nor a severe list by themselves. */
    static final Set<Basis.Level> TOO_LOW =
            Set.of(Basis.Level.NOTICE, Basis.Level.PLAN, Basis.Level.STANDARD, Basis.Level.HOUSE);

    private static final String MEMORANDUM = "备忘录";

    private static final List<ListRule.Step.Kind> DUE_PROCESS = List.of(
            ListRule.Step.Kind.NOTICE,
            ListRule.Step.Kind.ANSWER,
            ListRule.Step.Kind.DECISION,
            ListRule.Step.Kind.SERVICE);

    RestraintCheck(Policy policy, Reading reading) {
        super(policy, reading);
    }

    /**
     * @param items of the national list of restrictions
     * @param standard windows from which only law and administrative regulations depart
     */
    void check(Set<String> items, Optional<NationalLists.Standard> standard) {
        policy.instruments().lists().values().forEach(this::checkList);
        policy.measures().forEach(measure -> checkMeasure(measure, items));
        standard.ifPresent(windows -> policy.gates().values().forEach(gate -> checkWindows(gate, windows)));
    }

    private void checkList(ListRule list) {
        memorandum(list.rule());
        list.grounds().forEach(ground -> memorandum(ground.rule()));
        checkRecords(list);
        for (ListRule.Step step : list.procedure()) {
            if (step.clock() != null) {
                clock(list.rule(), step.clock());
            }
        }
        if (list.term().early() != null) {
            list.term().early().clocks().forEach(clock -> clock(list.rule(), clock));
        }
        if (list.term().revocation() != null) {
            clock(list.rule(), list.term().revocation());
        }
        if (list.term().reminder() != null) {
            clock(list.rule(), list.term().reminder());
        }
        if (list.nature() == ListRule.Nature.SEVERE) {
            if (TOO_LOW.contains(list.rule().basis().level())) {
                fault(list.rule(), "list.basis-too-low", list.rule().basis().citation());
            }
            for (ListRule.Step.Kind kind : DUE_PROCESS) {
                // Where a court decides, the word of the other side is heard on its application for correction.
                boolean heard = kind == ListRule.Step.Kind.ANSWER
                        && list.step(ListRule.Step.Kind.REVIEW).isPresent();
                if (list.step(kind).isEmpty() && !heard) {
                    fault(list.rule(), "list.step-missing", kind.name().toLowerCase(Locale.ROOT));
                }
            }
        }
        if (list.grounds().isEmpty()) {
            fault(list.rule(), "list.without-ground");
        }
    }

    private void checkRecords(ListRule list) {
        String type = list.scope().recordType();
        RecordType records = type == null ? null : policy.recordTypes().get(type);
        if (type != null && records == null) {
            fault(list.rule(), "reference.dangling", type, "catalogue");
        }
        if (records != null) {
            Optional<CodeList> kinds = records.field(Field.Role.KIND)
                    .flatMap(field -> Optional.ofNullable(field.codeList()))
                    .flatMap(id -> Optional.ofNullable(policy.codeLists().get(id)));
            for (String kind : list.scope().kinds()) {
                if (kinds.isPresent() && !kinds.get().values().containsKey(kind)) {
                    fault(
                            list.rule(),
                            "reference.dangling",
                            kind,
                            "codelists/" + kinds.get().id());
                }
            }
        }
    }

    private void checkMeasure(Measure measure, Set<String> items) {
        memorandum(measure.rule());
        if (measure.effect() != Measure.Effect.RESTRICTION) {
            return;
        }
        CatalogueEntry entry =
                policy.instruments().catalogue().get(measure.trigger().recordType());
        if (entry != null && entry.isJudgement()) {
            fault(measure.rule(), "measure.trigger-forbidden", measure.trigger().recordType());
        }
        if (items.isEmpty()) {
            return;
        }
        String item = measure.item();
        if (item != null && !items.contains(item)) {
            fault(measure.rule(), "reference.dangling", item, "punishment-list");
        }
        if (item == null && measure.rule().basis().level() != Basis.Level.LOCAL_REGULATION) {
            fault(
                    measure.rule(),
                    "measure.outside-national-list",
                    measure.rule().basis().citation());
        }
    }

    /** A window edition that is in force with the standard says the same, or names the rank of the law that lets it depart. */
    private void checkWindows(GateRules gate, NationalLists.Standard standard) {
        for (GateRules.WindowTable edition : gate.windows().editions()) {
            boolean adverse = Optional.ofNullable(policy.recordTypes().get(gate.recordType()))
                    .filter(type -> type.nature() == RecordType.Nature.ADVERSE)
                    .isPresent();
            boolean later = edition.rule().validity().to() == null
                    || !edition.rule()
                            .validity()
                            .to()
                            .isBefore(standard.rule().validity().from());
            if (adverse && later && departs(edition.byClass(), standard.byClass())) {
                departure(edition);
            }
        }
    }

    private static boolean departs(Map<String, GateRules.Window> own, Map<String, GateRules.Window> standard) {
        return own.entrySet().stream().anyMatch(window -> !window.getValue().equals(standard.get(window.getKey())));
    }

    private void departure(GateRules.WindowTable edition) {
        Basis.Level said = GateReader.basisLevel(reading, edition.rule());
        Basis.Level level = edition.rule().basis().level();
        boolean lawful = level == Basis.Level.LAW || level == Basis.Level.ADMINISTRATIVE_REGULATION;
        if (said == null || said != level || !lawful) {
            fault(edition.rule(), "gate.window-departs", edition.rule().basis().citation());
        }
    }

    private void memorandum(Rule rule) {
        if (rule.basis().document().contains(MEMORANDUM)) {
            fault(rule, "basis.memorandum", rule.basis().citation());
        }
    }
}
