package org.xinheng.core.casework;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Which granted cases are looked into again (抽查): by the hash of the case's number, so that nobody chooses, and anybody finds the same
 * ones.
 */
public final class RecheckDraw {

    private static final int WHOLE = 100;

    private RecheckDraw() {}

    /** @param share per cent that are drawn, 0 to 100 */
    public static boolean drawn(String number, int share) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(number.getBytes(UTF_8));
            return Integer.remainderUnsigned(ByteBuffer.wrap(hash).getInt(), WHOLE) < share;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("a platform without SHA-256", e);
        }
    }
}
