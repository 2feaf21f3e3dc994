package org.xinheng.server.measure;

import org.xinheng.core.code.CodeFinding;
import org.xinheng.core.policy.Matter;

/**
 * What is asked, read and found to be in order.
 *
 * @param code the code as it was read: of a kind that an organisation can have, never a resident's identity number
 * @param matter in force on the day of the question
 * @param purpose why it is asked; bounded, free of control characters and of identity numbers, as the next two
 * @param caseNumber number of the case (办件编号) at the asking body
 * @param operator the post or account at the asking body that asks
 * @param name of the organisation that is meant, blank without one: look-alikes are shown by it, nobody is identified by it, and no
 *     receipt has it
 */
public record Question(
        CodeFinding code, Matter matter, String purpose, String caseNumber, String operator, String name) {

    /** A question without a name. */
    public Question(CodeFinding code, Matter matter, String purpose, String caseNumber, String operator) {
        this(code, matter, purpose, caseNumber, operator, "");
    }

    public Question named(String name) {
        return new Question(code, matter, purpose, caseNumber, operator, name);
    }

    /** The same question where the rules have another edition of the matter by now. */
    public Question about(Matter another) {
        return new Question(code, another, purpose, caseNumber, operator, name);
    }
}
