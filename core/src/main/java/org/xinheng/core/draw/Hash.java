package org.xinheng.core.draw;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), which every Java has. */
final class Hash {

    private static final HexFormat HEX = HexFormat.of();
    private static final MessageDigest PROTOTYPE = prototype();

    private Hash() {}

    private static MessageDigest prototype() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("a Java without SHA-256 is no Java SE", e);
        }
    }

    static byte[] of(byte[]... parts) {
        try {
            MessageDigest sha = (MessageDigest) PROTOTYPE.clone();
            for (byte[] part : parts) {
                sha.update(part);
            }
            return sha.digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 cannot be copied", e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String hex(byte[] bytes) {
        return HEX.formatHex(bytes);
    }

    /** @throws IllegalArgumentException when it is no hexadecimal text in lower case */
    static byte[] parse(String hex) {
        byte[] bytes = HEX.parseHex(hex);
        if (!hex.equals(hex(bytes))) {
            throw new IllegalArgumentException("hexadecimal digits in capitals");
        }
        return bytes;
    }
}
