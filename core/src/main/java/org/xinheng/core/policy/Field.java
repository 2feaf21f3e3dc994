package org.xinheng.core.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of a record type as the catalogue declares it.
 *
 * @param name column code, e.g. {@code CF_WSH}; the key of the value in a stored record
 * @param title Chinese and English column name; the Chinese one is accepted as a header as well
 * @param aliases further headers accepted for the same field
 * @param maxLength upper bound in characters (code points)
 * @param codeList id of the code list for {@link FieldType#ENUM}
 * @param multiple several values of the code list may stand in one cell
 * @param role what the engine may do with the field; {@link Role#NONE} for all fields it only carries
 * @param privacy what happens to the content at the door and on the way out
 * @param requirement when a value must be there
 * @param bounds what the value is compared with
 * @param hint what to write, for templates and error messages
 * @param optional the column itself may be absent from a file
 */
public record Field(
        String name,
        Title title,
        List<String> aliases,
        FieldType type,
        int maxLength,
        @Nullable String codeList,
        boolean multiple,
        Role role,
        Privacy privacy,
        Requirement requirement,
        Bounds bounds,
        @Nullable Title hint,
        boolean optional) {

    public Field {
        aliases = List.copyOf(aliases);
    }

    /** Form of a value. Amounts are in 万元 (10,000 yuan) with at most six decimals. */
    public enum FieldType {
        TEXT,
        DATE,
        AMOUNT_WAN,
        INTEGER,
        ENUM,
        /** Unified social credit code of the subject or of an authority. */
        USCC,
        ORGANISATION_CODE,
        REGISTRATION_NUMBER
    }

    /** What the engine may do with a field, so that no Java knows a column. */
    public enum Role {
        NONE,
        SUBJECT_NAME,
        SUBJECT_CATEGORY,
        SUBJECT_CODE,
        SUBJECT_OLDER_CODE,
        DOCUMENT_NUMBER,
        DOCUMENT_TITLE,
        /** Part of the natural key: kind of act where one document decides several. */
        KIND,
        DECIDED_ON,
        VALID_FROM,
        VALID_TO,
        /** The publisher's own idea of the last public day; compared, never trusted. */
        CLAIMED_PUBLIC_TO,
        AUTHORITY_NAME,
        AUTHORITY_CODE,
        SOURCE_NAME,
        SOURCE_CODE,
        LEGAL_BASIS,
        CONDUCT,
        CONTENT,
        FINE_WAN,
        CONFISCATION_WAN,
        SEVERITY,
        PROCEDURE,
        REPAIR_NOTICE_ON,
        /** From here on: commitments only. 违诺责任 as it was promised. */
        LIABILITY,
        /** 履行状态. */
        PERFORMANCE,
        /** 未履行的内容. */
        SHORTFALL,
        /** 违诺责任追究内容. */
        CONSEQUENCE,
        /** 认定日期 of a breach. */
        FOUND_ON,
        CODE_CONFIRMED,
        STATUS,
        /** From here on: register only. */
        REGISTERED_ON,
        ORGANISATION_TYPE,
        REGISTERED_CAPITAL,
        PROVINCE,
        CITY,
        JURISDICTION,
        SUBJECT_STATE,
        BUSINESS_SCOPE,
        /** 企业规模. Shows whether models treat all sizes alike, and is a factor of none. */
        ENTERPRISE_SIZE
    }

    /** What happens to the content. */
    public enum Privacy {
        /** Public with the record. */
        PUBLIC,
        /** Public; identity numbers, phones, cards, plates and home addresses are masked before storage. */
        FREE_TEXT,
        /** Kept and shared between public bodies, never on the portal. */
        SHARED,
        /** Personal: dropped before staging, whatever it holds. */
        DROPPED,
        /** A natural person's document: must be blank; a value makes the row out of scope. */
        PERSON_MARK
    }

    /** When a value must be present. */
    public sealed interface Requirement {
        record Always() implements Requirement {}

        record Never() implements Requirement {}

        /** Required when the other field has any value. */
        record WhenFilled(String field) implements Requirement {}

        /** Required when the other field holds one of these code-list values. */
        record WhenHolds(String field, List<String> values) implements Requirement {
            public WhenHolds {
                values = List.copyOf(values);
            }
        }
    }

    /**
     * What a date or amount is compared with.
     *
     * @param notBefore a fixed earliest day (ISO) or the name of another field; null for none
     * @param notAfterToday the day may not lie in the future
     * @param longTermFromYear a date in this year or later means "long-term" (长期); 0 for none
     * @param suspiciousFromWan an amount at or above this looks like yuan written into a 万元 column: a warning; null for none
     */
    public record Bounds(
            @Nullable String notBefore,
            boolean notAfterToday,
            int longTermFromYear,
            @Nullable Long suspiciousFromWan) {
        public static final Bounds NONE = new Bounds(null, false, 0, null);
    }
}
