package org.xinheng.server.access.second;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A code for a lost telephone (备用码): 80 random bits, good once. */
final class RecoveryCode {

    private static final int GROUP = 4;

    private RecoveryCode() {}

    /** @param code without dashes, in small letters */
    static byte[] hash(String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String grouped(String code) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < code.length(); i++) {
            if (i > 0 && i % GROUP == 0) {
                text.append('-');
            }
            text.append(code.charAt(i));
        }
        return text.toString();
    }
}
