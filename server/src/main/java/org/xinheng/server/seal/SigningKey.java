package org.xinheng.server.seal;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.xinheng.core.receipt.ReceiptVerifier;
import org.xinheng.server.database.KeyFile;

/**
 * A key with which the platform signs (签名密钥): Ed25519 (RFC 8032). Its seed lies in two files of {@code DIR/keys}, of 128 bits
 * each, made on first use, and in no table; the public half is given to everybody. Signatures are Bouncy Castle's, to the byte those of the
 * JDK and made in a tenth of the time.
 */
public final class SigningKey {

    private final PublicKey published;
    private final String id;
    private final Ed25519PrivateKeyParameters secret;

    private SigningKey(PublicKey published, byte[] seed) {
        this.published = published;
        this.id = ReceiptVerifier.keyId(published);
        this.secret = new Ed25519PrivateKeyParameters(seed);
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
            return new SigningKey(generator.generateKeyPair().getPublic(), seed);
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
        return Base64.getEncoder().encodeToString(published.getEncoded());
    }

    /** As {@link ReceiptVerifier#keyId}. */
    public String id() {
        return id;
    }

    /** Its 64 bytes. */
    public byte[] sign(byte[] statement) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        secret.sign(Ed25519.Algorithm.Ed25519, null, statement, 0, statement.length, signature, 0);
        return signature;
    }
}
