package org.xinheng.server.intake.work;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Pairs of code and name that were matched before in a delivery, with the organisation they led to: 32 bytes each, so that
 * the organisations of a whole province fit into a small heap and each is asked for once.
 *
 * <p>The code is kept whole, the name as 64 bits of a hash that nobody outside can foresee: a pair that is not known here is
 * asked for again, one that is has been compared in full.
 */
final class Acquaintances {

    /** A million pairs in 64 MB; beyond it everything is forgotten and learned anew. */
    private static final int MOST_PAIRS = 1 << 20;

    private static final int FIRST_SLOTS = 1 << 12;
    private static final int CODE_LENGTH = 18;
    private static final int LONGS = 4;

    private final long secret = ThreadLocalRandom.current().nextLong() | 1;
    private long[] slots = new long[FIRST_SLOTS * LONGS];
    private int size;

    /** Forgets everything when so many more would be too many; nothing else ever forgets. */
    void makeRoomFor(int more) {
        if (size + more > MOST_PAIRS) {
            slots = new long[FIRST_SLOTS * LONGS];
            size = 0;
        }
    }

    /** @return the organisation's id, or 0 when the pair is not known */
    long find(String code, String name) {
        long high = packed(code, 0);
        long low = packed(code, CODE_LENGTH / 2);
        if (high == 0 || low == 0) {
            return 0;
        }
        int at = place(high, low, hash(name));
        return slots[at + LONGS - 1];
    }

    void add(String code, String name, long organisationId) {
        long high = packed(code, 0);
        long low = packed(code, CODE_LENGTH / 2);
        if (high == 0 || low == 0) {
            return;
        }
        if (2 * size >= slots.length / LONGS) {
            grow();
        }
        put(high, low, hash(name), organisationId);
    }

    private void put(long high, long low, long name, long organisationId) {
        int at = place(high, low, name);
        if (slots[at] == 0) {
            size++;
        }
        slots[at] = high;
        slots[at + 1] = low;
        slots[at + 2] = name;
        slots[at + 3] = organisationId;
    }

    /** Where the pair stands, or the free place where it would. */
    private int place(long high, long low, long name) {
        int mask = slots.length / LONGS - 1;
        long mixed = ((high * secret ^ low) * secret ^ name) * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (true) {
            int at = slot * LONGS;
            if (slots[at] == 0 || (slots[at] == high && slots[at + 1] == low && slots[at + 2] == name)) {
                return at;
            }
            slot = slot + 1 & mask;
        }
    }

    private void grow() {
        var old = slots;
        size = 0;
        slots = new long[2 * old.length];
        for (int at = 0; at < old.length; at += LONGS) {
            if (old[at] != 0) {
                put(old[at], old[at + 1], old[at + 2], old[at + 3]);
            }
        }
    }

    /** Nine of the eighteen characters to the base of 36, plus one; 0 for what is no unified code. */
    private static long packed(String code, int from) {
        if (code.length() != CODE_LENGTH) {
            return 0;
        }
        long value = 0;
        for (int i = from; i < from + CODE_LENGTH / 2; i++) {
            char c = code.charAt(i);
            int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'Z' ? c - 'A' + 10 : -1;
            if (digit < 0) {
                return 0;
            }
            value = value * 36 + digit;
        }
        return value + 1;
    }

    private long hash(String text) {
        long hash = secret;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * secret;
            hash ^= hash >>> 29;
        }
        return hash;
    }
}
