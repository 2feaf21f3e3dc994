package org.xinheng.server.publicity.rules;

import org.xinheng.core.policy.Basis;
import org.xinheng.core.policy.Confidence;
import org.xinheng.server.web.Text;

/** Words of the rule book. */
public enum RulesText implements Text {
    NAV_RULES,
    SOURCES_TITLE,
    SOURCES_LEAD,
    SOURCES_DOCUMENT,
    SOURCES_NUMBER,
    SOURCES_LEVEL,
    SOURCES_RULES,
    SOURCES_BODIES,
    SOURCES_BODIES_LEAD,
    RULES_TITLE,
    RULES_LEAD,
    RULES_VERSION,
    RULES_DOWNLOAD,
    RULES_SEARCH,
    RULES_SEARCH_HINT,
    RULES_APPLY,
    RULES_CLEAR,
    RULES_KIND,
    RULES_ANY,
    RULES_FOUND,
    RULES_NONE,
    RULES_NONE_HINT,
    RULES_RULE,
    RULES_DAYS,
    RULES_BASIS,
    RULES_CONFIDENCE,
    RULE_LEVEL,
    RULE_PLACE,
    RULE_TEXT,
    RULE_EDITIONS,
    RULE_NO_EDITIONS,
    RULE_BACK,
    RULE_ID,
    DAYS_FROM,
    DAYS_BETWEEN,
    KIND_RECORD_TYPE,
    KIND_GATE,
    KIND_LIST,
    KIND_REMIT,
    KIND_CONSENT,
    KIND_MEASURE,
    KIND_ITEM,
    KIND_MATTER,
    KIND_DEADLINE,
    KIND_CASE,
    KIND_COMMITMENT,
    KIND_DOCUMENT,
    KIND_EVALUATION,
    KIND_FOLLOW_UP,
    KIND_RISK,
    KIND_REPORT,
    KIND_MONITORING,
    KIND_FUNCTION,
    KIND_CODE_LIST,
    KIND_OTHER,
    CONFIDENCE_CONFIRMED,
    CONFIDENCE_VERIFIED,
    CONFIDENCE_UNVERIFIED,
    CONFIDENCE_PROPOSED,
    LEVEL_LAW,
    LEVEL_ADMINISTRATIVE_REGULATION,
    LEVEL_JUDICIAL_INTERPRETATION,
    LEVEL_DEPARTMENT_RULE,
    LEVEL_LOCAL_REGULATION,
    LEVEL_CENTRAL_POLICY,
    LEVEL_STANDARD,
    LEVEL_NOTICE,
    LEVEL_PLAN,
    LEVEL_HOUSE;

    @Override
    public String bundle() {
        return "rules";
    }

    static RulesText of(Confidence confidence) {
        return switch (confidence) {
            case CONFIRMED -> CONFIDENCE_CONFIRMED;
            case VERIFIED -> CONFIDENCE_VERIFIED;
            case UNVERIFIED -> CONFIDENCE_UNVERIFIED;
            case PROPOSED -> CONFIDENCE_PROPOSED;
        };
    }

    static RulesText of(Basis.Level level) {
        return switch (level) {
            case LAW -> LEVEL_LAW;
            case ADMINISTRATIVE_REGULATION -> LEVEL_ADMINISTRATIVE_REGULATION;
            case JUDICIAL_INTERPRETATION -> LEVEL_JUDICIAL_INTERPRETATION;
            case DEPARTMENT_RULE -> LEVEL_DEPARTMENT_RULE;
            case LOCAL_REGULATION -> LEVEL_LOCAL_REGULATION;
            case CENTRAL_POLICY -> LEVEL_CENTRAL_POLICY;
            case STANDARD -> LEVEL_STANDARD;
            case NOTICE -> LEVEL_NOTICE;
            case PLAN -> LEVEL_PLAN;
            case HOUSE -> LEVEL_HOUSE;
        };
    }
}
