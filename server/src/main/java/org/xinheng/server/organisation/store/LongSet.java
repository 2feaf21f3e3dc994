package org.xinheng.server.organisation.store;

/** A set of positive numbers at eight to sixteen bytes each: the ids of a whole register fit where boxed ones would not. */
final class LongSet {

    private static final int FIRST_CAPACITY = 1 << 10;

    private long[] slots = new long[FIRST_CAPACITY];
    private int size;

    boolean contains(long number) {
        return slots[slotOf(number, slots)] == number;
    }

    void add(long number) {
        int slot = slotOf(number, slots);
        if (slots[slot] == number) {
            return;
        }
        slots[slot] = number;
        size++;
        if (size > slots.length / 2) {
            grow();
        }
    }

    private void grow() {
        long[] wider = new long[slots.length * 2];
        for (long number : slots) {
            if (number != 0) {
                wider[slotOf(number, wider)] = number;
            }
        }
        slots = wider;
    }

    /** Where the number is, or the empty slot where it belongs; 0 stands for empty. */
    private static int slotOf(long number, long[] slots) {
        int mask = slots.length - 1;
        int slot = (int) ((number * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (slots[slot] != 0 && slots[slot] != number) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
