package org.xinheng.server.correction.hook;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import org.xinheng.server.database.KeyFile;

/**
 * Key with which messages to consumers are signed: Ed25519 (RFC 8032). Its seed lies in two files of {@code DIR/keys}, of 128
 * bits each, and in no table; the public half is given to everybody.
 */
public final class SigningKey {

    private final KeyPair keys;

    private SigningKey(KeyPair keys) {
        this.keys = keys;
    }

    /** @param folder of the keys */
    public static SigningKey read(Path folder) {
        byte[] seed = ByteBuffer.allocate(32)
                .put(KeyFile.read(folder, "corrections-a"))
                .put(KeyFile.read(folder, "corrections-b"))
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

    /** First 16 hexadecimal digits of the SHA-256 of the public key. */
    public String id() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key().getEncoded());
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private PublicKey key() {
        return keys.getPublic();
    }

    /** Signature over {@code id.timestamp.body} as Standard Webhooks write it: {@code v1a,} and Base64. */
    String sign(String id, long timestamp, byte[] body) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            signature.update(body);
            return "v1a," + Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key of ours signs", e);
        }
    }
}
