package org.xinheng.server.access.second;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One-time passwords by time (RFC 6238) as the usual programs for telephones make them: HMAC-SHA-1, six digits, a new one
 * every 30 seconds.
 */
public final class Totp {

    static final int SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;
    /** Steps before and after the present one that still count (RFC 6238, 5.2): clocks of telephones differ. */
    private static final int TOLERANCE = 1;

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /** @param step number of the 30-second step since 1970 */
    public static String code(byte[] secret, long step) {
        byte[] mac = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = mac[mac.length - 1] & 0xf;
        int value = ByteBuffer.wrap(mac, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        String digits = Integer.toString(value % MODULUS);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }

    public static long step(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), SECONDS);
    }

    /**
     * The step whose code was typed.
     *
     * @param after the step that was used last: a code is good once
     * @return empty when the code is wrong, too old or used already
     */
    static OptionalLong stepOf(String typed, byte[] secret, Instant now, long after) {
        byte[] given = typed.getBytes(StandardCharsets.US_ASCII);
        OptionalLong found = OptionalLong.empty();
        for (long step = step(now) - TOLERANCE; step <= step(now) + TOLERANCE; step++) {
            byte[] due = code(secret, step).getBytes(StandardCharsets.US_ASCII);
            if (MessageDigest.isEqual(due, given) && step > after && found.isEmpty()) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The secret as people type it into a telephone (RFC 4648, base 32 without padding). */
    public static String text(byte[] secret) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte value : secret) {
            held = held << Byte.SIZE | value & 0xff;
            bits += Byte.SIZE;
            while (bits >= 5) {
                bits -= 5;
                text.append(ALPHABET.charAt(held >> bits & 0x1f));
                held &= (1 << bits) - 1;
            }
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt(held << 5 - bits & 0x1f));
        }
        return text.toString();
    }

    private static byte[] hmac(byte[] secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
