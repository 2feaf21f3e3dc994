package org.xinheng.packs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.CodeList;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.GateRules;
import org.xinheng.core.policy.Layout;
import org.xinheng.core.policy.Matter;
import org.xinheng.core.policy.Measure;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.Rule;
import org.xinheng.core.policy.SeverityClass;

/** Whether everything that a rule names is there: fields, code lists, values, classes, periods, bodies. */
final class ReferenceCheck extends RuleCheck {

    private final PersonGuard guard;

    ReferenceCheck(Policy policy, Reading reading, PersonGuard guard) {
        super(policy, reading);
        this.guard = guard;
    }

    void check() {
        policy.recordTypes().values().forEach(this::checkType);
        policy.gates().values().forEach(this::checkGate);
        for (Matter matter : policy.matters().values()) {
            matter.feeds()
                    .forEach(feed ->
                            known(matter.rule(), feed, policy.recordTypes().keySet(), "catalogue"));
            if (matter.decisions() != null) {
                known(matter.rule(), matter.decisions(), policy.recordTypes().keySet(), "catalogue");
            }
        }
        policy.measures().forEach(this::checkMeasure);
        checkAuthorities();
        checkFront();
    }

    private void checkFront() {
        for (String type : policy.place().front()) {
            if (policy.recordType(type).isEmpty()) {
                reading.faults()
                        .add(Position.ofFile(policy.pack() + "/place.yaml"), "reference.dangling", type, "catalogue");
            }
        }
    }

    private void checkType(RecordType type) {
        Rule rule = type.rule();
        known(rule, type.feedCycle(), policy.deadlines().keySet(), "deadlines");
        Set<String> names = new HashSet<>();
        for (Field field : type.fields()) {
            if (!names.add(field.name())) {
                fault(rule, "rule.id-doubled", field.name());
            }
        }
        for (Field field : type.fields()) {
            checkField(type, field, names);
        }
        for (Field.Role role : type.key()) {
            if (type.field(role).isEmpty()) {
                fault(rule, "type.key-without-field", role.name());
            }
        }
        if (!policy.gates().containsKey(type.id())) {
            fault(rule, "type.without-gate", type.id());
        }
        for (Layout layout : type.layouts()) {
            layout.valueMaps()
                    .forEach((name, map) -> type.field(name)
                            .flatMap(this::codeList)
                            .ifPresent(list ->
                                    map.values().values().forEach(value -> knownValue(layout.rule(), value, list))));
        }
    }

    private void checkField(RecordType type, Field field, Set<String> names) {
        Rule rule = type.rule();
        if (field.type() == Field.FieldType.ENUM) {
            String id = field.codeList() == null ? "" : field.codeList();
            known(rule, id, policy.codeLists().keySet(), "codelists");
            if (field.role() == Field.Role.SUBJECT_CATEGORY) {
                codeList(field).ifPresent(list -> guard.checkCategories(reading.nodeOf(list.rule()), list));
            }
        }
        switch (field.requirement()) {
            case Field.Requirement.Always always -> {}
            case Field.Requirement.Never never -> {}
            case Field.Requirement.WhenFilled when -> known(rule, when.field(), names, "fields");
            case Field.Requirement.WhenHolds when -> {
                known(rule, when.field(), names, "fields");
                type.field(when.field())
                        .flatMap(this::codeList)
                        .ifPresent(list -> when.values().forEach(value -> knownValue(rule, value, list)));
            }
        }
        String notBefore = field.bounds().notBefore();
        if (notBefore != null && !notBefore.matches("\\d{4}-\\d{2}-\\d{2}")) {
            known(rule, notBefore, names, "fields");
        }
    }

    private void checkGate(GateRules gate) {
        Rule rule = gate.rule();
        RecordType type = policy.recordTypes().get(gate.recordType());
        if (type == null) {
            fault(rule, "reference.dangling", gate.recordType(), "catalogue");
            return;
        }
        Optional<CodeList> kinds = type.field(Field.Role.KIND).flatMap(this::codeList);
        kinds.ifPresent(list -> gate.warningKinds().forEach(kind -> knownValue(rule, kind, list)));
        type.field(Field.Role.STATUS)
                .flatMap(this::codeList)
                .ifPresent(list -> gate.hiddenStatuses().forEach(status -> knownValue(rule, status, list)));
        type.field(Field.Role.PROCEDURE)
                .flatMap(this::codeList)
                .ifPresent(list -> gate.simplifiedValues().forEach(value -> knownValue(rule, value, list)));
        if (gate.shownUntil() == GateRules.ShownUntil.WINDOW_OF_CLASS) {
            checkClasses(gate, type, kinds);
        } else if (type.nature() == RecordType.Nature.ADVERSE) {
            fault(rule, "gate.adverse-without-window", type.id());
        }
    }

    private void checkClasses(GateRules gate, RecordType type, Optional<CodeList> kinds) {
        Set<String> classes = gate.classes().keySet();
        if (gate.windows().editions().isEmpty()) {
            fault(gate.rule(), "gate.adverse-without-window", type.id());
        }
        for (GateRules.WindowTable edition : gate.windows().editions()) {
            edition.byClass().keySet().forEach(id -> known(edition.rule(), id, classes, "classes"));
            for (SeverityClass one : gate.classes().values()) {
                if (!edition.byClass().containsKey(one.id())) {
                    fault(edition.rule(), "gate.class-without-window", one.id());
                }
            }
        }
        for (GateRules.SeverityTable edition : gate.severity().editions()) {
            Set<String> covered = new HashSet<>();
            for (GateRules.SeverityRow row : edition.rows()) {
                covered.add(row.kind());
                known(edition.rule(), row.severityClass(), classes, "classes");
                kinds.ifPresent(list -> knownValue(edition.rule(), row.kind(), list));
            }
            kinds.ifPresent(list -> {
                for (String kind : everyKind(list)) {
                    if (!covered.contains(kind)) {
                        fault(edition.rule(), "gate.kind-without-class", kind);
                    }
                }
            });
        }
        type.field(Field.Role.SEVERITY)
                .flatMap(this::codeList)
                .ifPresent(list -> list.values().keySet().forEach(id -> known(gate.rule(), id, classes, "classes")));
    }

    private static List<String> everyKind(CodeList list) {
        List<String> kinds = new ArrayList<>(list.values().keySet());
        if (!list.openPrefixes().isEmpty()) {
            kinds.add(list.openPrefixes().getFirst());
        }
        return kinds;
    }

    private void checkMeasure(Measure measure) {
        Rule rule = measure.rule();
        measure.matters().forEach(matter -> known(rule, matter, policy.matters().keySet(), "matters"));
        Measure.Trigger trigger = measure.trigger();
        RecordType type = policy.recordTypes().get(trigger.recordType());
        if (type == null) {
            fault(rule, "reference.dangling", trigger.recordType(), "catalogue");
        } else {
            type.field(Field.Role.KIND)
                    .flatMap(this::codeList)
                    .ifPresent(list -> trigger.kinds().forEach(kind -> knownValue(rule, kind, list)));
        }
        if (measure.effect() == Measure.Effect.RESTRICTION
                && RestraintCheck.TOO_LOW.contains(rule.basis().level())) {
            fault(rule, "measure.basis-too-low", rule.basis().citation());
        }
    }

    private void checkAuthorities() {
        if (policy.authorities().isEmpty()) {
            return;
        }
        Set<String> codes = new HashSet<>();
        policy.authorities().forEach(authority -> codes.add(authority.code()));
        for (Authority authority : policy.authorities()) {
            if (authority.successor() != null && !codes.contains(authority.successor())) {
                reading.faults()
                        .add(
                                Position.ofFile(policy.pack() + "/authorities.csv"),
                                "reference.dangling",
                                authority.successor(),
                                "authorities");
            }
        }
        if (policy.authority(policy.place().registrationSource()).isEmpty()) {
            reading.faults()
                    .add(
                            Position.ofFile(policy.pack() + "/place.yaml"),
                            "reference.dangling",
                            policy.place().registrationSource(),
                            "authorities");
        }
    }

    private Optional<CodeList> codeList(Field field) {
        return field.codeList() == null
                ? Optional.empty()
                : Optional.ofNullable(policy.codeLists().get(field.codeList()));
    }

    private void knownValue(Rule rule, String value, CodeList list) {
        boolean known =
                list.values().containsKey(value) || list.openPrefixes().stream().anyMatch(value::startsWith);
        if (!known && !value.isEmpty()) {
            fault(rule, "reference.dangling", value, "codelists/" + list.id());
        }
    }
}
