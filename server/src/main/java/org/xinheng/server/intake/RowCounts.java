package org.xinheng.server.intake;

/** Counts of a delivery; once it is closed the first is the sum of the others. */
public record RowCounts(int received, int accepted, int unchanged, int waiting, int refused, int outOfScope) {

    public int answered() {
        return accepted + unchanged + waiting + refused + outOfScope;
    }
}
