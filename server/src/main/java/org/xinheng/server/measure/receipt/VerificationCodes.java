package org.xinheng.server.measure.receipt;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.xinheng.server.measure.Receipt;

/**
 * The code printed on a result sheet (核验码): 60 bits of HMAC-SHA256 over number and hash of the receipt, in three groups of four
 * characters. Nobody without the key can make one, so that the public page tells nothing to who does not hold the sheet.
 */
public final class VerificationCodes {

    /** Crockford's base32: no I, L, O, U. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int GROUP = 4;
    private static final int CHARACTERS = 12;
    private static final String MAC = "HmacSHA256";

    private final SecretKeySpec key;

    /** @param key 128 bits */
    public VerificationCodes(byte[] key) {
        this.key = new SecretKeySpec(key, MAC);
    }

    public String of(Receipt receipt) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(receipt.answer());
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            mac.update(ByteBuffer.allocate(Long.BYTES).putLong(receipt.id()).array());
            long bits = ByteBuffer.wrap(mac.doFinal(hash)).getLong();
            StringBuilder code = new StringBuilder();
            for (int i = 0; i < CHARACTERS; i++) {
                code.append(i > 0 && i % GROUP == 0 ? "-" : "");
                code.append(ALPHABET.charAt((int) (bits >>> (59 - 5 * i)) & 31));
            }
            return code.toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /** Whether somebody typed the code of a receipt, in either case, with or without its hyphens and blanks. */
    public boolean isOf(Receipt receipt, String typed) {
        return MessageDigest.isEqual(plain(of(receipt)), plain(typed));
    }

    private static byte[] plain(String code) {
        return code.replaceAll("[-\\s]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
