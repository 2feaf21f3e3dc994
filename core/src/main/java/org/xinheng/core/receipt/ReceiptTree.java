package org.xinheng.core.receipt;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Merkle tree (默克尔树) over the receipts of one batch: SHA-256, a leaf is {@code H(0x00 ‖ receipt)}, a node
 * {@code H(0x01 ‖ left ‖ right)}, a last node without a neighbour goes up as it is.
 */
public final class ReceiptTree {

    static final int HASH_BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final List<List<byte[]>> levels = new ArrayList<>();

    private ReceiptTree(List<byte[]> leaves) {
        List<byte[]> level = leaves;
        levels.add(level);
        while (level.size() > 1) {
            level = above(level);
            levels.add(level);
        }
    }

    /**
     * @param receipts at least one, byte for byte as they are given out
     * @throws IllegalArgumentException when there is none
     */
    public static ReceiptTree of(List<byte[]> receipts) {
        if (receipts.isEmpty()) {
            throw new IllegalArgumentException("a batch has at least one receipt");
        }
        return new ReceiptTree(receipts.stream().map(ReceiptTree::leaf).toList());
    }

    /**
     * The tree over hashes that were kept.
     *
     * @param hashes as {@link #hashes} gives them
     * @throws IllegalArgumentException when they are none
     */
    public static ReceiptTree ofHashes(byte[] hashes) {
        if (hashes.length == 0 || hashes.length % HASH_BYTES != 0) {
            throw new IllegalArgumentException("not the hashes of a batch");
        }
        List<byte[]> leaves = new ArrayList<>(hashes.length / HASH_BYTES);
        for (int at = 0; at < hashes.length; at += HASH_BYTES) {
            leaves.add(Arrays.copyOfRange(hashes, at, at + HASH_BYTES));
        }
        return new ReceiptTree(leaves);
    }

    private static List<byte[]> above(List<byte[]> level) {
        List<byte[]> above = new ArrayList<>((level.size() + 1) / 2);
        for (int i = 0; i + 1 < level.size(); i += 2) {
            above.add(node(level.get(i), level.get(i + 1)));
        }
        if (level.size() % 2 == 1) {
            above.add(level.getLast());
        }
        return above;
    }

    /** How many receipts it has. */
    public int size() {
        return levels.getFirst().size();
    }

    /** Its leaves one after the other, 32 bytes each. */
    public byte[] hashes() {
        ByteBuffer hashes = ByteBuffer.allocate(size() * HASH_BYTES);
        levels.getFirst().forEach(hashes::put);
        return hashes.array();
    }

    /** Its 32 bytes. */
    public byte[] root() {
        return levels.getLast().getFirst().clone();
    }

    /**
     * The neighbours on the way from a receipt to the root, lowest first.
     *
     * @param index from 0, in the order in which the receipts were given
     */
    public List<byte[]> path(int index) {
        List<byte[]> path = new ArrayList<>();
        int place = index;
        for (List<byte[]> level : levels) {
            int neighbour = place ^ 1;
            if (neighbour < level.size()) {
                path.add(level.get(neighbour));
            }
            place /= 2;
        }
        return path;
    }

    static byte[] leaf(byte[] receipt) {
        MessageDigest sha256 = sha256();
        sha256.update(LEAF);
        return sha256.digest(receipt);
    }

    static byte[] node(byte[] left, byte[] right) {
        MessageDigest sha256 = sha256();
        sha256.update(NODE);
        sha256.update(left);
        return sha256.digest(right);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
