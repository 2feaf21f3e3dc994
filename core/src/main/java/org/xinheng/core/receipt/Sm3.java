package org.xinheng.core.receipt;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The hash function SM3 (GB/T 32905-2016), as far as receipts need it: the JDK has none. */
final class Sm3 {

    static final int HASH_BYTES = 32;

    private static final int BLOCK_BYTES = 64;
    private static final int LENGTH_BYTES = 8;
    private static final int ROUNDS = 64;
    /** Rounds before the second constant and the second pair of functions. */
    private static final int EARLY = 16;

    private static final int WORDS = 68;
    private static final int[] START = {
        0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e
    };

    private Sm3() {}

    static byte[] hash(byte[]... parts) {
        ByteBuffer padded = padded(parts);
        int[] state = START.clone();
        while (padded.hasRemaining()) {
            compress(state, padded);
        }
        ByteBuffer hash = ByteBuffer.allocate(HASH_BYTES);
        Arrays.stream(state).forEach(hash::putInt);
        return hash.array();
    }

    /** One bit, then zeros, then the length in bits, up to whole blocks. */
    private static ByteBuffer padded(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        int blocks = (length + 1 + LENGTH_BYTES + BLOCK_BYTES - 1) / BLOCK_BYTES;
        ByteBuffer padded = ByteBuffer.allocate(blocks * BLOCK_BYTES);
        for (byte[] part : parts) {
            padded.put(part);
        }
        padded.put((byte) 0x80);
        return padded.putLong(padded.capacity() - LENGTH_BYTES, (long) length * Byte.SIZE)
                .rewind();
    }

    private static void compress(int[] state, ByteBuffer block) {
        int[] w = expanded(block);
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        int e = state[4];
        int f = state[5];
        int g = state[6];
        int h = state[7];
        for (int j = 0; j < ROUNDS; j++) {
            boolean early = j < EARLY;
            int constant = Integer.rotateLeft(early ? 0x79cc4519 : 0x7a879d8a, j % Integer.SIZE);
            int first = Integer.rotateLeft(Integer.rotateLeft(a, 12) + e + constant, 7);
            int second = first ^ Integer.rotateLeft(a, 12);
            int ff = early ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
            int gg = early ? e ^ f ^ g : (e & f) | (~e & g);
            int one = ff + d + second + (w[j] ^ w[j + 4]);
            int two = gg + h + first + w[j];
            d = c;
            c = Integer.rotateLeft(b, 9);
            b = a;
            a = one;
            h = g;
            g = Integer.rotateLeft(f, 19);
            f = e;
            e = two ^ Integer.rotateLeft(two, 9) ^ Integer.rotateLeft(two, 17);
        }
        int[] after = {a, b, c, d, e, f, g, h};
        for (int i = 0; i < state.length; i++) {
            state[i] ^= after[i];
        }
    }

    private static int[] expanded(ByteBuffer block) {
        int[] w = new int[WORDS];
        for (int j = 0; j < EARLY; j++) {
            w[j] = block.getInt();
        }
        for (int j = EARLY; j < WORDS; j++) {
            int mixed = w[j - 16] ^ w[j - 9] ^ Integer.rotateLeft(w[j - 3], 15);
            w[j] = mixed
                    ^ Integer.rotateLeft(mixed, 15)
                    ^ Integer.rotateLeft(mixed, 23)
                    ^ Integer.rotateLeft(w[j - 13], 7)
                    ^ w[j - 6];
        }
        return w;
    }
}
