package org.xinheng.core.record;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What the ledger holds of a record version (承诺值): {@code H(salt‖bytes)}. Salt and bytes can be erased, and the ledger
 * still verifies; without the salt nobody can find the bytes by trying.
 */
public final class Commitment {

    /** SHA-256 over the 16 bytes of the salt followed by the canonical bytes. */
    public static final int SHA_256 = 1;

    /** Bytes of a salt (128 bits), drawn anew for each version by the caller. */
    public static final int SALT_BYTES = 16;

    private final int algorithm;
    private final byte[] digest;

    private Commitment(int algorithm, byte[] digest) {
        this.algorithm = algorithm;
        this.digest = digest;
    }

    /** Commits with algorithm {@link #SHA_256}; throws {@link IllegalArgumentException} on a salt of another length. */
    public static Commitment to(byte[] salt, byte[] bytes) {
        return new Commitment(SHA_256, sha256(salt, bytes));
    }

    /** A stored commitment; throws {@link IllegalArgumentException} for an algorithm or length that is not known. */
    public static Commitment of(int algorithm, byte[] digest) {
        if (algorithm != SHA_256 || digest.length != Sha256.BYTES) {
            throw new IllegalArgumentException(
                    "commitment of algorithm " + algorithm + ", " + digest.length + " bytes");
        }
        return new Commitment(algorithm, digest.clone());
    }

    /** Whether these are the salt and the bytes that were committed to. */
    public boolean opens(byte[] salt, byte[] bytes) {
        return MessageDigest.isEqual(digest, sha256(salt, bytes));
    }

    public int algorithm() {
        return algorithm;
    }

    /** The 32 bytes, a copy. */
    public byte[] digest() {
        return digest.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Commitment that && algorithm == that.algorithm && Arrays.equals(digest, that.digest);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digest);
    }

    @Override
    public String toString() {
        return algorithm + ":" + HexFormat.of().formatHex(digest);
    }

    private static byte[] sha256(byte[] salt, byte[] bytes) {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("a salt has " + SALT_BYTES + " bytes, not " + salt.length);
        }
        MessageDigest sha = Sha256.digest();
        sha.update(salt);
        return sha.digest(bytes);
    }
}
