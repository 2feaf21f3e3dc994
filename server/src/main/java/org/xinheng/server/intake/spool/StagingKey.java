package org.xinheng.server.intake.spool;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The key of staged files. */
final class StagingKey {

    static final int TAG_BYTES = 16;

    private static final int NONCE_BYTES = SealedOutput.ID_BYTES + Integer.BYTES;

    private final SecretKeySpec key;

    StagingKey(byte[] bytes) {
        key = new SecretKeySpec(bytes, "AES");
    }

    static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a Java without AES-GCM is no Java SE", e);
        }
    }

    /** Makes a cipher ready for one chunk: the nonce is the file's id and the chunk's number, used once. */
    void start(Cipher cipher, int mode, byte[] id, int number, boolean last) throws GeneralSecurityException {
        var nonce = ByteBuffer.allocate(NONCE_BYTES).put(id).putInt(number).array();
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG_BYTES, nonce));
        cipher.updateAAD(new byte[] {(byte) (last ? 1 : 0)});
    }
}
