package org.xinheng.server.seal;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import org.xinheng.core.receipt.ReceiptVerifier;
import org.xinheng.server.database.KeyFile;

/**
 * A key with which the platform signs (签名密钥): Ed25519 (RFC 8032). Its seed lies in two files of {@code DIR/keys}, of 128 bits
 * each, made on first use, and in no table; the public half is given to everybody.
 */
public final class SigningKey {

    private final KeyPair keys;

    private SigningKey(KeyPair keys) {
        this.keys = keys;
    }

    /**
     * @param folder of the keys
     * @param name of this one
     */
    public static SigningKey read(Path folder, String name) {
        byte[] seed = ByteBuffer.allocate(32)
                .put(KeyFile.read(folder, name + "-a"))
                .put(KeyFile.read(folder, name + "-b"))
                .array();
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Seed(seed));
            return new SigningKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java since 15 has Ed25519", e);
        }
    }

    /** The platform derives a pair from the 32 random bytes that it asks for: here they are always the same. */
    private static final class Seed extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }

    /** X.509 encoding in Base64. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(key().getEncoded());
    }

    /** As {@link ReceiptVerifier#keyId}. */
    public String id() {
        return ReceiptVerifier.keyId(key());
    }

    private PublicKey key() {
        return keys.getPublic();
    }

    /** Its 64 bytes. */
    public byte[] sign(byte[] statement) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(statement);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key of ours signs", e);
        }
    }
}
