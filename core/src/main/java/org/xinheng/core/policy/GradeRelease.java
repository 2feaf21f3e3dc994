package org.xinheng.core.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who may be given grades, and what comes before a bad one is given to anybody (评价结果告知和推送). Whom no rule names is given none.
 *
 * @param document id of the template of the notice
 * @param answer id of the period in which the organisation answers
 * @param bad by model, the grades of which the organisation is told first
 * @param recipients which departments may ask for which grades, each with its own basis
 * @param readers who is told of grades without asking, each with its own basis
 */
public record GradeRelease(
        Rule rule,
        String document,
        String answer,
        Map<String, List<String>> bad,
        List<Recipient> recipients,
        List<Reader> readers) {

    public GradeRelease {
        bad = Collections.unmodifiableMap(new LinkedHashMap<>(bad));
        recipients = List.copyOf(recipients);
        readers = List.copyOf(readers);
    }

    /**
     * @param body id of a department
     * @param model id of the model
     * @param grades ids of the grades that it is given
     */
    public record Recipient(Rule rule, String body, String model, List<String> grades) {
        public Recipient {
            grades = List.copyOf(grades);
        }
    }

    /** Who a reader is. */
    public enum Kind {
        /** A department of the place, by its id. */
        AUTHORITY,
        /** An association of a trade (行业协会商会), by the id of its API client. */
        ASSOCIATION,
        /** A bank or the like, by the id of its API client: only what organisations consented to. */
        BANK
    }

    /**
     * A rule by which a reader is told when a grade is given, changed or ended (评价结果推送). It is told the grade and nothing else: no
     * points, no records, no risk class.
     *
     * @param reader id of the department, or of the API client
     * @param model id of the model
     * @param grades ids of the grades that it is given
     * @param badBasis what gives it bad grades too; null where it is given none
     * @param consent what an organisation must have granted; null where the rule itself is the ground
     * @param keepDays days for which lines stay readable after the grade ended
     */
    public record Reader(
            Rule rule,
            Kind kind,
            String reader,
            String model,
            List<String> grades,
            @Nullable Basis badBasis,
            @Nullable ByConsent consent,
            int keepDays) {
        public Reader {
            grades = List.copyOf(grades);
        }

        /** Whether two rules are about the same reader: ids of departments and of clients are no common range. */
        public boolean isSameReader(Reader other) {
            return reader.equals(other.reader) && (kind == Kind.AUTHORITY) == (other.kind == Kind.AUTHORITY);
        }
    }

    /**
     * @param data id of the category that the grant must hold
     * @param purpose id of the purpose that the grant must have
     */
    public record ByConsent(String data, String purpose) {}

    /** Whether an organisation is told, and heard, before anybody is given this grade. */
    public boolean isBad(String model, String grade) {
        return bad.getOrDefault(model, List.of()).contains(grade);
    }

    /** Rules by which a body is given grades of a model. */
    public List<Recipient> rulesOf(String body, String model) {
        return recipients.stream()
                .filter(one -> one.body().equals(body) && one.model().equals(model))
                .toList();
    }
}
