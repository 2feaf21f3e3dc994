package org.xinheng.core.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.RecordType;

/**
 * What the publish gate looks at in a record, and nothing else of it.
 *
 * @param decidedOn the decision date (Asia/Shanghai)
 * @param legalBasis whether the record names the law it rests on
 * @param documentNumber whether it has a document number
 * @param authority whether it names the deciding authority
 * @param kinds values of the kind field, none where the type has no such field
 * @param fineYuan the fine in yuan, null when there is none or its amount is unknown
 * @param confiscationYuan the confiscated amount in yuan, likewise
 * @param severity value of the optional severity column (失信程度), null when blank
 * @param procedure value of the optional procedure column (简易/普通), null when blank
 * @param status value of the status field, null when blank or where the type has none
 * @param validTo last day of validity of the act itself, null when it has none or is long-term
 * @param validFrom first day of validity of the act itself, null when it names none
 */
public record GateFacts(
        @Nullable LocalDate decidedOn,
        boolean legalBasis,
        boolean documentNumber,
        boolean authority,
        List<String> kinds,
        @Nullable BigDecimal fineYuan,
        @Nullable BigDecimal confiscationYuan,
        @Nullable String severity,
        @Nullable String procedure,
        @Nullable String status,
        @Nullable LocalDate validTo,
        @Nullable LocalDate validFrom) {

    private static final int WAN_DIGITS = 4;

    public GateFacts {
        kinds = List.copyOf(kinds);
    }

    /** Facts of an act that names no first day. */
    public GateFacts(
            @Nullable LocalDate decidedOn,
            boolean legalBasis,
            boolean documentNumber,
            boolean authority,
            List<String> kinds,
            @Nullable BigDecimal fineYuan,
            @Nullable BigDecimal confiscationYuan,
            @Nullable String severity,
            @Nullable String procedure,
            @Nullable String status,
            @Nullable LocalDate validTo) {
        this(
                decidedOn,
                legalBasis,
                documentNumber,
                authority,
                kinds,
                fineYuan,
                confiscationYuan,
                severity,
                procedure,
                status,
                validTo,
                null);
    }

    /**
     * The facts of a checked row or of values read back from canonical bytes.
     *
     * @param values checked values in the order of the type's fields
     */
    public static GateFacts of(RecordType type, @Nullable String[] values) {
        Roles roles = new Roles(type, values);
        String decided = roles.value(Field.Role.DECIDED_ON);
        String first = roles.value(Field.Role.VALID_FROM);
        boolean authority = type.indexOf(Field.Role.AUTHORITY_CODE) >= 0
                ? roles.has(Field.Role.AUTHORITY_CODE)
                : roles.has(Field.Role.AUTHORITY_NAME);
        return new GateFacts(
                decided == null ? null : Roles.day(decided),
                roles.has(Field.Role.LEGAL_BASIS),
                roles.has(Field.Role.DOCUMENT_NUMBER),
                authority,
                roles.kinds(),
                roles.yuan(Field.Role.FINE_WAN),
                roles.yuan(Field.Role.CONFISCATION_WAN),
                roles.value(Field.Role.SEVERITY),
                roles.value(Field.Role.PROCEDURE),
                roles.value(Field.Role.STATUS),
                roles.validTo(),
                first == null ? null : Roles.day(first));
    }

    private record Roles(RecordType type, @Nullable String[] values) {

        @Nullable
        String value(Field.Role role) {
            int index = type.indexOf(role);
            return index < 0 ? null : values[index];
        }

        boolean has(Field.Role role) {
            return value(role) != null;
        }

        List<String> kinds() {
            int index = type.indexOf(Field.Role.KIND);
            String kinds = index < 0 ? null : values[index];
            if (kinds == null) {
                return List.of();
            }
            return type.fields().get(index).multiple() && kinds.contains(CheckedRow.VALUE_SEPARATOR)
                    ? Arrays.asList(kinds.split(CheckedRow.VALUE_SEPARATOR, -1))
                    : List.of(kinds);
        }

        /** A stored day, {@code yyyy-MM-dd}; throws {@link DateTimeParseException} on anything else. */
        static LocalDate day(String stored) {
            int day = DayText.isIso(stored) ? DayText.parse(stored) : DayText.NO_DAY;
            return day < 0 ? LocalDate.parse(stored) : DayText.date(day);
        }

        @Nullable
        LocalDate validTo() {
            int index = type.indexOf(Field.Role.VALID_TO);
            String day = index < 0 ? null : values[index];
            if (day == null) {
                return null;
            }
            LocalDate validTo = day(day);
            int longTerm = type.fields().get(index).bounds().longTermFromYear();
            return longTerm > 0 && validTo.getYear() >= longTerm ? null : validTo;
        }

        @Nullable
        BigDecimal yuan(Field.Role role) {
            String wan = value(role);
            return wan == null ? null : new BigDecimal(wan).movePointRight(WAN_DIGITS);
        }
    }
}
