package org.xinheng.core.receipt;

/** A public key that knows its signatures. */
@FunctionalInterface
interface VerifyingKey {

    boolean signed(byte[] statement, byte[] signature);
}
