package org.xinheng.core.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who may be given grades, and what comes before a bad one is given to anybody (评价结果告知和推送). Whom no rule names is given none.
 *
 * @param document id of the template of the notice
 * @param answer id of the period in which the organisation answers
 * @param bad by model, the grades of which the organisation is told first
 * @param recipients who is given which grades, each with its own basis
 */
public record GradeRelease(
        Rule rule, String document, String answer, Map<String, List<String>> bad, List<Recipient> recipients) {

    public GradeRelease {
        bad = Collections.unmodifiableMap(new LinkedHashMap<>(bad));
        recipients = List.copyOf(recipients);
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
