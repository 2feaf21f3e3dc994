package org.xinheng.server.publicity.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.xinheng.core.policy.Rule;

/** Kinds of rules, told by the file in which they stand. */
enum RuleKind {
    RECORD_TYPE("catalogue/", RulesText.KIND_RECORD_TYPE),
    GATE("gate/", RulesText.KIND_GATE),
    LIST("lists/", RulesText.KIND_LIST),
    REMIT("remits.yaml", RulesText.KIND_REMIT),
    CONSENT("consent.yaml", RulesText.KIND_CONSENT),
    MEASURE("measures.yaml", RulesText.KIND_MEASURE),
    ITEM("punishment-list.yaml", RulesText.KIND_ITEM),
    MATTER("matters.yaml", RulesText.KIND_MATTER),
    DEADLINE("deadlines.yaml", RulesText.KIND_DEADLINE),
    CASE("casework/", RulesText.KIND_CASE),
    COMMITMENT("commitments.yaml", RulesText.KIND_COMMITMENT),
    DOCUMENT("documents.yaml", RulesText.KIND_DOCUMENT),
    EVALUATION("evaluation/", RulesText.KIND_EVALUATION),
    FOLLOW_UP("follow-ups.yaml", RulesText.KIND_FOLLOW_UP),
    RISK("risk.yaml", RulesText.KIND_RISK),
    REPORT("reports/", RulesText.KIND_REPORT),
    MONITORING("monitoring.yaml", RulesText.KIND_MONITORING),
    FUNCTION("functions.yaml", RulesText.KIND_FUNCTION),
    CODE_LIST("codelists/", RulesText.KIND_CODE_LIST),
    OTHER("", RulesText.KIND_OTHER);

    private final String folder;
    private final RulesText title;

    RuleKind(String folder, RulesText title) {
        this.folder = folder;
        this.title = title;
    }

    RulesText title() {
        return title;
    }

    /** As it stands in addresses. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<RuleKind> find(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }

    static RuleKind of(Rule rule) {
        String path = rule.place().substring(rule.place().indexOf('/') + 1);
        return Arrays.stream(values())
                .filter(kind -> path.startsWith(kind.folder))
                .findFirst()
                .orElse(OTHER);
    }
}
