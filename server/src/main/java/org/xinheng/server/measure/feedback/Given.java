package org.xinheng.server.measure.feedback;

/** What somebody says of a receipt. */
public sealed interface Given {

    /**
     * The measure was applied.
     *
     * @param record address of the record that it rests on; blank for the first that the answer names
     * @param decision number of the decision that applies it
     */
    record Applied(String measure, String record, String decision) implements Given {}

    /** The measure was not applied, and why. */
    record NotApplied(String measure, String reason) implements Given {}

    /** The decision that the check came before, whatever was found (决定文号): by it decisions delivered later are joined. */
    record Decided(String decision) implements Given {}
}
