package org.xinheng.core.record;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every code that this package gives to a finding, to a row out of scope, or to a step of the publish gate, with the
 * facts that its sentence may quote. The sentences stand in the message bundles under {@code finding.<code>}; a code is
 * never reused for something else.
 */
public enum FindingCode {
    PERSON_CATEGORY("person.category", Use.OUT_OF_SCOPE),
    PERSON_DOCUMENT("person.document", Use.OUT_OF_SCOPE),
    PERSON_NUMBER("person.resident-number", Use.OUT_OF_SCOPE),
    PERSON_IN_MISFIT("person.in-misaligned-row", Use.OUT_OF_SCOPE),

    REQUIRED("field.required", Use.REFUSAL),
    REQUIRED_WITH("field.required-with", Use.REFUSAL, "other"),
    REQUIRED_FOR("field.required-for", Use.REFUSAL, "other", "values"),

    TEXT_TOO_LONG("text.too-long", Use.REFUSAL, "limit", "length"),
    TEXT_CONTROL("text.control-character", Use.REFUSAL, "character", "position"),
    TEXT_BROKEN("text.broken-character", Use.REFUSAL, "position"),
    TEXT_LOST_CHARACTER("text.lost-character", Use.REFUSAL, "value", "position"),
    TEXT_ERROR_VALUE("text.error-value", Use.REFUSAL, "value"),
    TEXT_MASKED("text.masked", Use.WARNING, "count"),
    TEXT_PERSON_NAME("text.person-name", Use.WARNING),
    NUMBER_IS_PERSONAL("document-number.resident-number", Use.REFUSAL),
    NAME_LIKE_A_PERSON("name.like-a-person", Use.REFUSAL),

    DATE_FORM("date.form", Use.REFUSAL, "value"),
    DATE_IMPOSSIBLE("date.impossible", Use.REFUSAL, "value"),
    DATE_FUTURE("date.future", Use.REFUSAL, "value", "today"),
    DATE_TOO_EARLY("date.too-early", Use.REFUSAL, "value", "earliest"),
    DATE_BEFORE_FIELD("date.before-field", Use.REFUSAL, "value", "other", "earliest"),
    DATE_ENDS_BEFORE_BEGIN("date.ends-before-begin", Use.REFUSAL, "value", "other", "earliest"),

    AMOUNT_FORM("amount.form", Use.REFUSAL, "value"),
    AMOUNT_UNIT("amount.unit", Use.REFUSAL, "value"),
    AMOUNT_NEGATIVE("amount.negative", Use.REFUSAL, "value"),
    AMOUNT_DECIMALS("amount.decimals", Use.REFUSAL, "value"),
    AMOUNT_TOO_LARGE("amount.too-large", Use.REFUSAL, "value"),
    AMOUNT_SUSPICIOUS("amount.suspicious", Use.WARNING, "wan", "yuan"),
    AMOUNT_YUAN_IN_TEXT("amount.yuan-in-text", Use.WARNING, "wan", "text", "other"),
    AMOUNT_WITHOUT_KIND("amount.without-kind", Use.WARNING, "wan", "other", "values"),
    INTEGER_FORM("integer.form", Use.REFUSAL, "value"),

    VALUE_UNKNOWN("value.unknown", Use.REFUSAL, "value", "values"),
    VALUE_SEVERAL("value.several", Use.REFUSAL, "value"),

    CODE_INVALID("code.invalid", Use.REFUSAL, "value", "reason"),
    CODE_DIGITS_LOST("code.digits-lost", Use.REFUSAL, "value"),
    CODE_CHECK("code.check-character", Use.REFUSAL, "value"),
    CODE_CONFIRMED("code.check-character-confirmed", Use.WARNING, "value"),
    CODE_IS_OLDER("code.older-number", Use.REFUSAL, "value"),
    CODE_OLDER_SUSPECT("code.older-suspect", Use.WARNING, "value"),
    CODE_IS_PERSONAL("code.resident-number", Use.REFUSAL),
    CODE_LIKE_PERSONAL("code.like-resident-number", Use.REFUSAL),
    CODE_PERSONAL_DROPPED("code.resident-number-dropped", Use.WARNING),
    SOURCE_OTHER("source.other", Use.REFUSAL, "value", "source"),

    GATE_NOT_PUBLIC("gate.not-public", Use.GATE),
    GATE_STATUS_HIDDEN("gate.status-hidden", Use.GATE),
    GATE_NO_DECISION_DATE("gate.no-decision-date", Use.GATE),
    GATE_NO_LEGAL_BASIS("gate.no-legal-basis", Use.GATE),
    GATE_NO_DOCUMENT_NUMBER("gate.no-document-number", Use.GATE),
    GATE_NO_AUTHORITY("gate.no-authority", Use.GATE),
    GATE_LIST_UNKNOWN("gate.list-unknown", Use.GATE),
    GATE_LIST_REMIT("gate.list-remit", Use.GATE),
    GATE_LIST_TERM("gate.list-term", Use.GATE),
    GATE_NO_SEVERITY("gate.no-severity", Use.GATE),
    GATE_NO_WINDOW("gate.no-window", Use.GATE),
    GATE_SIMPLIFIED("gate.simplified-procedure", Use.GATE),
    GATE_SIMPLIFIED_BY_AMOUNT("gate.simplified-by-amount", Use.GATE),
    GATE_WARNING_ONLY("gate.warning-only", Use.GATE),
    GATE_SEVERITY_GIVEN("gate.severity-given", Use.GATE),
    GATE_SEVERITY_FROM_TABLE("gate.severity-from-table", Use.GATE),
    GATE_SEVERITY_UNCONFIRMED("gate.severity-unconfirmed", Use.GATE),
    GATE_CLASS_NOT_SHOWN("gate.class-not-shown", Use.GATE),
    GATE_FAVOURABLE("gate.favourable-edition", Use.GATE),
    GATE_WINDOW("gate.window", Use.GATE),
    GATE_WINDOW_OF_VALIDITY("gate.window-of-validity", Use.GATE),
    GATE_WINDOW_OPEN("gate.window-without-end", Use.GATE),
    GATE_WINDOW_OVER("gate.window-over", Use.GATE);

    /** Where a code occurs. */
    public enum Use {
        OUT_OF_SCOPE,
        REFUSAL,
        WARNING,
        GATE
    }

    private final String code;
    private final Use use;
    private final List<String> facts;

    FindingCode(String code, Use use, String... facts) {
        this.code = code;
        this.use = use;
        this.facts = List.of(facts);
    }

    /** The stable id, e.g. {@code field.required}; the key of its sentence is {@code finding.} before it. */
    public String code() {
        return code;
    }

    public Use use() {
        return use;
    }

    /** Names of the facts that come with it, for the placeholders of its sentence. */
    public List<String> facts() {
        return facts;
    }

    /**
     * The finding.
     *
     * @param values one for each of {@link #facts()}, in order
     * @throws IllegalArgumentException when their number differs, or the code is none of a row's finding
     */
    Finding finding(@Nullable String field, @Nullable String rule, String... values) {
        if (values.length != facts.size()) {
            throw new IllegalArgumentException(code + " takes the facts " + facts);
        }
        return new Finding(code, weight(), field, named(values), rule);
    }

    GateDecision.Reason reason(@Nullable String rule) {
        return new GateDecision.Reason(code, rule);
    }

    private Finding.Weight weight() {
        return switch (use) {
            case REFUSAL -> Finding.Weight.REFUSAL;
            case WARNING -> Finding.Weight.WARNING;
            case OUT_OF_SCOPE, GATE -> throw new IllegalArgumentException(code + " is no finding of a row");
        };
    }

    private Map<String, String> named(String[] values) {
        return switch (values.length) {
            case 0 -> Map.of();
            case 1 -> Map.of(facts.get(0), values[0]);
            case 2 -> Map.of(facts.get(0), values[0], facts.get(1), values[1]);
            default -> Map.of(facts.get(0), values[0], facts.get(1), values[1], facts.get(2), values[2]);
        };
    }
}
