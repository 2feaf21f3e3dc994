package org.xinheng.server.seal;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Ed25519 (RFC 8032). */
final class Ed25519Pair implements SigningKey.Pair {

    private final byte[] published;
    private final Ed25519PrivateKeyParameters secret;

    Ed25519Pair(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Seed(seed));
            published = generator.generateKeyPair().getPublic().getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java since 15 has Ed25519", e);
        }
        secret = new Ed25519PrivateKeyParameters(seed);
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

    @Override
    public byte[] published() {
        return published.clone();
    }

    @Override
    public byte[] sign(byte[] statement) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        secret.sign(Ed25519.Algorithm.Ed25519, null, statement, 0, statement.length, signature, 0);
        return signature;
    }
}
