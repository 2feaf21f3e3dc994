package org.xinheng.server.archive.store;

import static java.lang.Integer.rotateLeft;

/**
 * PostgreSQL's own choice of the hash partition for a {@code bigint}, computed here so that rows can be sorted by
 * partition before they travel.
 *
 * <p>After {@code hashint8extended} (src/backend/access/hash/hashfunc.c), {@code hash_bytes_uint32_extended}
 * (src/common/hashfn.c) and {@code satisfies_hash_partition} (src/backend/partitioning/partbounds.c); these are fixed for
 * good, because stored tables depend on them.
 */
final class HashPartition {

    private static final long SEED = 0x7A5B22367996DCFDL;
    private static final long COMBINE = 0x49A0F4DD15E5A8E3L;
    private static final int INITIAL = 0x9E3779B9 + 4 + 3923095;

    private HashPartition() {}

    /** @param modulus a power of two */
    static int of(long value, int modulus) {
        return (int) (hash(value) + COMBINE) & (modulus - 1);
    }

    private static long hash(long value) {
        int low = (int) value;
        int high = (int) (value >>> 32);
        return hash(low ^ (value >= 0 ? high : ~high));
    }

    private static long hash(int key) {
        int a = INITIAL + (int) (SEED >>> 32);
        int b = INITIAL + (int) SEED;
        int c = INITIAL;
        a -= c;
        a ^= rotateLeft(c, 4);
        c += b;
        b -= a;
        b ^= rotateLeft(a, 6);
        a += c;
        c -= b;
        c ^= rotateLeft(b, 8);
        b += a;
        a -= c;
        a ^= rotateLeft(c, 16);
        c += b;
        b -= a;
        b ^= rotateLeft(a, 19);
        a += c;
        c -= b;
        c ^= rotateLeft(b, 4);
        b += a;
        a += key;
        c ^= b;
        c -= rotateLeft(b, 14);
        a ^= c;
        a -= rotateLeft(c, 11);
        b ^= a;
        b -= rotateLeft(a, 25);
        c ^= b;
        c -= rotateLeft(b, 16);
        a ^= c;
        a -= rotateLeft(c, 4);
        b ^= a;
        b -= rotateLeft(a, 14);
        c ^= b;
        c -= rotateLeft(b, 24);
        return (long) b << 32 | Integer.toUnsignedLong(c);
    }
}
