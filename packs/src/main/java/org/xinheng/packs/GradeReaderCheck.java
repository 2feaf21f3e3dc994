package org.xinheng.packs;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.core.policy.ConsentRules;
import org.xinheng.core.policy.GradeRelease;
import org.xinheng.core.policy.GradeRelease.ByConsent;
import org.xinheng.core.policy.GradeRelease.Kind;
import org.xinheng.core.policy.GradeRelease.Reader;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Rule;

/** Whether every reader who is told of grades is one, and is told no more than its rule can carry. */
final class GradeReaderCheck extends RuleCheck {

    GradeReaderCheck(Policy policy, Reading reading) {
        super(policy, reading);
    }

    void check(GradeRelease release) {
        List<Reader> before = new ArrayList<>();
        for (Reader reader : release.readers()) {
            checkWho(reader);
            checkBad(release, reader);
            checkConsent(reader);
            if (before.stream()
                    .anyMatch(one -> one.isSameReader(reader) && one.model().equals(reader.model()))) {
                fault(reader.rule(), "grade-reader.doubled", reader.reader(), reader.model());
            }
            before.add(reader);
        }
    }

    /** A client with the id of a department would be told what the department is told. */
    private void checkWho(Reader reader) {
        if (reader.kind() == Kind.AUTHORITY) {
            bodyId(reader.rule(), reader.reader());
        } else if (policy.authority(reader.reader()).isPresent()) {
            fault(reader.rule(), "grade-reader.authority", reader.reader());
        }
    }

    private void checkBad(GradeRelease release, Reader reader) {
        for (String grade : reader.grades()) {
            if (release.isBad(reader.model(), grade) && reader.badBasis() == null) {
                fault(reader.rule(), "grade-reader.bad", grade);
            }
        }
    }

    private void checkConsent(Reader reader) {
        ByConsent consent = reader.consent();
        Rule rule = reader.rule();
        ConsentRules rules = policy.instruments().consent();
        if (consent == null) {
            if (reader.kind() == Kind.BANK) {
                fault(rule, "key.missing", "consent");
            } else if (reader.kind() != Kind.AUTHORITY
                    && rules.reader(reader.reader()).isPresent()) {
                fault(rule, "grade-reader.institution", reader.reader());
            }
            return;
        }
        if (reader.kind() == Kind.AUTHORITY) {
            fault(rule, "grade-reader.no-consent");
        }
        known(rule, consent.data(), rules.data().keySet(), "data");
        known(rule, consent.purpose(), rules.purposes().keySet(), "purposes");
        rules.purpose(consent.purpose()).ifPresent(purpose -> known(rule, consent.data(), purpose.data(), "purposes"));
        ConsentRules.Reader admitted = rules.reader(reader.reader()).orElse(null);
        if (admitted == null || !admitted.purposes().contains(consent.purpose())) {
            fault(rule, "grade-reader.not-admitted", reader.reader(), consent.purpose());
        }
    }
}
