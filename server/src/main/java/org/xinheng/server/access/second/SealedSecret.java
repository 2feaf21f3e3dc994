package org.xinheng.server.access.second;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Secrets as they lie in the database: AES-GCM under a key of the data folder, bound to their account. */
final class SealedSecret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String EVERY_JAVA = "every Java has AES-GCM";

    private final SecretKeySpec key;

    SealedSecret(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    byte[] seal(String account, byte[] secret) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = run(Cipher.ENCRYPT_MODE, account, nonce, secret);
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(EVERY_JAVA, e);
        }
    }

    /** Empty when it was sealed for another account or under another key. */
    Optional<byte[]> open(String account, byte[] sealed) {
        ByteBuffer parts = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE];
        byte[] rest = new byte[sealed.length - NONCE];
        parts.get(nonce).get(rest);
        try {
            return Optional.of(run(Cipher.DECRYPT_MODE, account, nonce, rest));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(EVERY_JAVA, e);
        }
    }

    private byte[] run(int mode, String account, byte[] nonce, byte[] content) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(account.getBytes(StandardCharsets.UTF_8));
        return cipher.doFinal(content);
    }
}
