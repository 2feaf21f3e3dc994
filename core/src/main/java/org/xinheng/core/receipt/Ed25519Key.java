package org.xinheng.core.receipt;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;

/** A public key of Ed25519 (RFC 8032). */
final class Ed25519Key implements VerifyingKey {

    private static final String ALGORITHM = "Ed25519";

    private final PublicKey key;

    private Ed25519Key(PublicKey key) {
        this.key = key;
    }

    /** @throws IllegalArgumentException when it is none */
    static Ed25519Key of(byte[] publicKey) {
        try {
            return new Ed25519Key(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(publicKey)));
        } catch (InvalidKeySpecException e) {
            throw new IllegalArgumentException("neither an Ed25519 nor an SM2 key in X.509 encoding", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java since 15 has Ed25519", e);
        }
    }

    @Override
    public boolean signed(byte[] statement, byte[] signature) {
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
