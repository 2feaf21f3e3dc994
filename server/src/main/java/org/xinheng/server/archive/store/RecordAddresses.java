package org.xinheng.server.archive.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opaque addresses of records: organisation and key hash as one block of AES-128, in 26 characters of RFC 4648 base32,
 * lower case. Nobody without the key can read, guess or enumerate them; with it an address leads straight to the primary
 * key.
 */
final class RecordAddresses {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 26;
    private static final int BLOCK = 16;

    private final SecretKeySpec key;

    /** Ciphers that nobody uses just now: requests have threads of their own, and making one costs more than what it does. */
    private final Queue<Cipher> encrypting = new ConcurrentLinkedQueue<>();

    private final Queue<Cipher> decrypting = new ConcurrentLinkedQueue<>();

    RecordAddresses(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    record Place(long organisationId, long recordId) {}

    String address(long organisationId, long recordId) {
        var block = ByteBuffer.allocate(BLOCK).putLong(organisationId).putLong(recordId);
        return base32(run(encrypting, Cipher.ENCRYPT_MODE, block.array()));
    }

    /** Empty for text that is no address; any address of the right form leads somewhere, mostly to nothing. */
    Optional<Place> place(String address) {
        var block = bytes(address);
        if (block == null) {
            return Optional.empty();
        }
        var clear = ByteBuffer.wrap(run(decrypting, Cipher.DECRYPT_MODE, block));
        return Optional.of(new Place(clear.getLong(), clear.getLong()));
    }

    /** A single block that is random as a whole needs no chaining and no initial vector: equal blocks are equal records. */
    @SuppressWarnings("InsecureCryptoUsage")
    private Cipher cipher(int mode) {
        try {
            var cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(mode, key);
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a Java without AES is no Java SE", e);
        }
    }

    private byte[] run(Queue<Cipher> idle, int mode, byte[] block) {
        var known = idle.poll();
        var cipher = known == null ? cipher(mode) : known;
        try {
            var result = cipher.doFinal(block);
            idle.add(cipher);
            return result;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base32(byte[] bytes) {
        var text = new byte[LENGTH];
        int bits = 0;
        int held = 0;
        int at = 0;
        for (byte next : bytes) {
            bits = bits << Byte.SIZE | next & 0xFF;
            for (held += Byte.SIZE; held >= 5; at++) {
                held -= 5;
                text[at] = (byte) ALPHABET.charAt(bits >>> held & 31);
            }
        }
        text[at] = (byte) ALPHABET.charAt(bits << 5 - held & 31);
        return new String(text, StandardCharsets.US_ASCII);
    }

    @SuppressWarnings("NullAway")
    private static byte @org.jspecify.annotations.Nullable [] bytes(String text) {
        if (text.length() != LENGTH) {
            return null;
        }
        var bytes = new byte[BLOCK];
        for (int i = 0; i < LENGTH; i++) {
            int value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0) {
                return null;
            }
            for (int bit = 0; bit < 5; bit++) {
                int at = 5 * i + bit;
                if ((value >> (4 - bit) & 1) != 0) {
                    if (at >= 8 * BLOCK) {
                        return null;
                    }
                    bytes[at / 8] |= (byte) (0x80 >> at % 8);
                }
            }
        }
        return Arrays.copyOf(bytes, BLOCK);
    }
}
