package org.xinheng.server.seal;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Base64;
import org.xinheng.core.receipt.ReceiptVerifier;
import org.xinheng.server.database.KeyFile;

/**
 * A key with which the platform signs (签名密钥). Its seed lies in two files of {@code DIR/keys}, of 128 bits each, made on first use, and
 * in no table; the public half is given to everybody. Signatures are Bouncy Castle's: for Ed25519 to the byte those of the JDK and made in a
 * tenth of the time.
 */
public final class SigningKey {

    private static final int SEED_BYTES = 32;

    private final Algorithm algorithm;
    private final byte[] published;
    private final String id;
    private final Pair pair;

    private SigningKey(Algorithm algorithm, Pair pair) {
        this.algorithm = algorithm;
        this.pair = pair;
        this.published = pair.published();
        this.id = ReceiptVerifier.keyId(published);
    }

    /** A secret and what is published of it. */
    interface Pair {

        /** X.509 encoding. */
        byte[] published();

        /** 64 bytes. */
        byte[] sign(byte[] statement);
    }

    /** @param folder of the keys; @param name of this one, an Ed25519 key */
    public static SigningKey read(Path folder, String name) {
        return read(folder, name, Algorithm.ED25519);
    }

    /**
     * @param folder of the keys
     * @param name of this one
     * @throws IllegalStateException when a file is no key
     */
    public static SigningKey read(Path folder, String name, Algorithm algorithm) {
        KeyFiles files = new KeyFiles(folder, name, algorithm);
        byte[] seed = ByteBuffer.allocate(SEED_BYTES)
                .put(KeyFile.read(folder, files.first()))
                .put(KeyFile.read(folder, files.second()))
                .array();
        return new SigningKey(algorithm, algorithm == Algorithm.SM2 ? new Sm2Pair(seed) : new Ed25519Pair(seed));
    }

    public Algorithm algorithm() {
        return algorithm;
    }

    /** X.509 encoding in Base64. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(published);
    }

    /** As {@link ReceiptVerifier#keyId}. */
    public String id() {
        return id;
    }

    /** Its 64 bytes. */
    public byte[] sign(byte[] statement) {
        return pair.sign(statement);
    }
}
