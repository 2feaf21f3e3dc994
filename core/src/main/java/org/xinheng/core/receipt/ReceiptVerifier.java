package org.xinheng.core.receipt;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Verifies receipts without a server, with public keys of the platform that were fetched before (离线验证). Needs the JDK alone. */
public final class ReceiptVerifier {

    private final Map<String, VerifyingKey> keys;

    /** What can be said of a receipt. */
    public enum Verdict {
        /** To the letter what was given out. */
        GENUINE,
        /** Receipt or proof were changed, or do not belong together. */
        ALTERED,
        /** Signed, as it says, with another key than those at hand: nothing can be said. */
        OTHER_KEY
    }

    private ReceiptVerifier(Map<String, VerifyingKey> keys) {
        this.keys = Map.copyOf(keys);
    }

    /**
     * @param publicKey Ed25519 or SM2 key in X.509 encoding, as the platform publishes it
     * @throws IllegalArgumentException when it is none
     */
    public static ReceiptVerifier with(byte[] publicKey) {
        return with(List.of(publicKey));
    }

    /**
     * @param publicKeys as {@link #with(byte[])}: the one in use and those before it
     * @throws IllegalArgumentException when one is none
     */
    public static ReceiptVerifier with(Collection<byte[]> publicKeys) {
        Map<String, VerifyingKey> keys = new HashMap<>();
        for (byte[] key : publicKeys) {
            keys.put(keyId(key), Sm2Key.isOne(key) ? Sm2Key.of(key) : Ed25519Key.of(key));
        }
        return new ReceiptVerifier(keys);
    }

    /** First 16 hexadecimal digits of the SHA-256 of a public key in X.509 encoding. */
    public static String keyId(byte[] publicKey) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(publicKey);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * @param receipt the bytes of the answer as they came
     * @param proof the text that came with it
     */
    public Verdict verify(byte[] receipt, String proof) {
        Optional<ReceiptProof> read = ReceiptProof.read(proof);
        if (read.isEmpty()) {
            return Verdict.ALTERED;
        }
        ReceiptProof given = read.get();
        VerifyingKey key = keys.get(given.keyId());
        if (key == null) {
            return Verdict.OTHER_KEY;
        }
        boolean signed = given.root(receipt)
                .filter(root ->
                        key.signed(ReceiptProof.statement(given.keyId(), given.size(), root), given.signature()))
                .isPresent();
        return signed ? Verdict.GENUINE : Verdict.ALTERED;
    }
}
