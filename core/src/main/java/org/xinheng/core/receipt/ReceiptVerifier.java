package org.xinheng.core.receipt;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Optional;

/** Verifies receipts without a server, with one public key of the platform that was fetched before (离线验证). */
public final class ReceiptVerifier {

    private static final String ALGORITHM = "Ed25519";

    private final PublicKey key;
    private final String keyId;

    /** What can be said of a receipt. */
    public enum Verdict {
        /** To the letter what was given out. */
        GENUINE,
        /** Receipt or proof were changed, or do not belong together. */
        ALTERED,
        /** Signed, as it says, with another key than the one at hand: nothing can be said. */
        OTHER_KEY
    }

    private ReceiptVerifier(PublicKey key) {
        this.key = key;
        this.keyId = keyId(key);
    }

    /**
     * @param publicKey Ed25519 key in X.509 encoding, as the platform publishes it
     * @throws IllegalArgumentException when it is none
     */
    public static ReceiptVerifier with(byte[] publicKey) {
        try {
            return new ReceiptVerifier(
                    KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(publicKey)));
        } catch (InvalidKeySpecException e) {
            throw new IllegalArgumentException("not an Ed25519 key in X.509 encoding", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java since 15 has Ed25519", e);
        }
    }

    /** First 16 hexadecimal digits of the SHA-256 of a public key in X.509 encoding. */
    public static String keyId(PublicKey key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
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
        if (!given.keyId().equals(keyId)) {
            return Verdict.OTHER_KEY;
        }
        boolean signed = given.root(receipt)
                .filter(root -> signed(ReceiptProof.statement(keyId, given.size(), root), given.signature()))
                .isPresent();
        return signed ? Verdict.GENUINE : Verdict.ALTERED;
    }

    private boolean signed(byte[] statement, byte[] signature) {
        try {
            Signature verifying = Signature.getInstance(ALGORITHM);
            verifying.initVerify(key);
            verifying.update(statement);
            return verifying.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java since 15 has Ed25519", e);
        }
    }
}
