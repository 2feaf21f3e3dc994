package org.xinheng.server.measure.question;

import org.xinheng.core.code.CodeFinding;
import org.xinheng.core.policy.Matter;
import org.xinheng.server.measure.Question;

/** What all questions of a list have in common; each part as in {@link Question}. */
public record Frame(Matter matter, String purpose, String caseNumber, String operator) {

    public Question about(CodeFinding code) {
        return new Question(code, matter, purpose, caseNumber, operator);
    }
}
