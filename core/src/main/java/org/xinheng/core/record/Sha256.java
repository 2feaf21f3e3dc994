package org.xinheng.core.record;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 (FIPS 180-4) of the Java platform, which every Java must have. */
final class Sha256 {

    static final int BYTES = 32;

    private static final MessageDigest PROTOTYPE = newDigest();

    private Sha256() {}

    /** A fresh digest; a copy of one is several times quicker than asking the providers again. */
    static MessageDigest digest() {
        try {
            return (MessageDigest) PROTOTYPE.clone();
        } catch (CloneNotSupportedException e) {
            return newDigest();
        }
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("a Java without SHA-256 is no Java SE", e);
        }
    }
}
