package org.xinheng.core.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.RecordType;

/**
 * Natural key of a record (自然键) without its organisation: which document of which authority, and which act of it. Two
 * rows with the same key and organisation are the same record; the later one corrects the earlier.
 */
public final class NaturalKey {

    /** Between the parts of a key; it can stand in none of them, since control characters are refused. */
    private static final byte PART = 0x1F;

    private final byte[] type;
    private final int[] parts;
    private final boolean[] numbers;

    private NaturalKey(byte[] type, int[] parts, boolean[] numbers) {
        this.type = type;
        this.parts = parts;
        this.numbers = numbers;
    }

    /** @throws IllegalArgumentException when the type names a role in its key that none of its fields has */
    public static NaturalKey of(RecordType type) {
        List<Field.Role> roles = type.key();
        int[] parts = new int[roles.size()];
        boolean[] numbers = new boolean[parts.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = type.indexOf(roles.get(i));
            if (parts[i] < 0) {
                throw new IllegalArgumentException(
                        type.id() + " has no field of role " + roles.get(i) + " for its key");
            }
            numbers[i] = roles.get(i) == Field.Role.DOCUMENT_NUMBER;
        }
        return new NaturalKey(type.id().getBytes(StandardCharsets.UTF_8), parts, numbers);
    }

    /**
     * First 64 bits (big-endian) of SHA-256 over: type id, then for each role of the key 0x1F and its value in UTF-8;
     * document numbers as {@link #documentNumber} writes them, a blank value as nothing.
     *
     * @param values checked values in the order of the type's fields
     */
    public long hash(@Nullable String[] values) {
        MessageDigest sha = Sha256.digest();
        sha.update(type);
        for (int i = 0; i < parts.length; i++) {
            sha.update(PART);
            String value = values[parts[i]];
            if (value != null) {
                sha.update((numbers[i] ? documentNumber(value) : value).getBytes(StandardCharsets.UTF_8));
            }
        }
        return ByteBuffer.wrap(sha.digest()).getLong();
    }

    /**
     * A document number (文号) in the form used to compare: half-width, upper case, every bracket 〔〕[]()（）【】 round,
     * every hyphen the same, without any blank. Nothing else is touched: 第7号 and 7号 stay two numbers.
     */
    public static String documentNumber(String written) {
        return ComparedForm.DOCUMENT_NUMBER.of(written);
    }
}
