package org.xinheng.core.receipt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What proves one receipt (回执证明): its place in the batch, the way to the root, and the signature over the root. Written as
 * unpadded base64url of one byte format, 8 bytes key id, 4 bytes size, 4 bytes index, 64 bytes signature, 32 bytes for each
 * neighbour, big-endian.
 *
 * @param keyId 16 lower-case hexadecimal digits
 * @param size receipts in the batch, at least 1
 * @param index of this one, from 0
 * @param path neighbours of 32 bytes, lowest first
 * @param signature Ed25519 (RFC 8032), 64 bytes, over {@link #statement}
 */
public record ReceiptProof(String keyId, int size, int index, List<byte[]> path, byte[] signature) {

    private static final byte FORMAT = 1;
    private static final int KEY_BYTES = 8;
    private static final int SIGNATURE_BYTES = 64;
    private static final int HEAD_BYTES = 1 + KEY_BYTES + 2 * Integer.BYTES + SIGNATURE_BYTES;
    private static final byte[] CONTEXT = "xinheng-receipts/1\n".getBytes(StandardCharsets.US_ASCII);

    public ReceiptProof {
        path = List.copyOf(path);
        signature = signature.clone();
    }

    /** What is signed of a batch: a fixed line, key id, size, root. */
    public static byte[] statement(String keyId, int size, byte[] root) {
        return ByteBuffer.allocate(CONTEXT.length + KEY_BYTES + Integer.BYTES + root.length)
                .put(CONTEXT)
                .put(HexFormat.of().parseHex(keyId))
                .putInt(size)
                .put(root)
                .array();
    }

    public String text() {
        ByteBuffer bytes = ByteBuffer.allocate(HEAD_BYTES + path.size() * ReceiptTree.HASH_BYTES)
                .put(FORMAT)
                .put(HexFormat.of().parseHex(keyId))
                .putInt(size)
                .putInt(index)
                .put(signature);
        path.forEach(bytes::put);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Reads {@link #text}; empty when it is anything else, also when it is another spelling of the same bytes. */
    public static Optional<ReceiptProof> read(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        int rest = bytes.length - HEAD_BYTES;
        if (rest < 0 || rest % ReceiptTree.HASH_BYTES != 0 || bytes[0] != FORMAT) {
            return Optional.empty();
        }
        return Optional.of(of(ByteBuffer.wrap(bytes, 1, bytes.length - 1)))
                .filter(proof -> proof.text().equals(text));
    }

    private static ReceiptProof of(ByteBuffer bytes) {
        String keyId = HexFormat.of().formatHex(next(bytes, KEY_BYTES));
        int size = bytes.getInt();
        int index = bytes.getInt();
        byte[] signature = next(bytes, SIGNATURE_BYTES);
        List<byte[]> path = new ArrayList<>();
        while (bytes.hasRemaining()) {
            path.add(next(bytes, ReceiptTree.HASH_BYTES));
        }
        return new ReceiptProof(keyId, size, index, path, signature);
    }

    private static byte[] next(ByteBuffer bytes, int length) {
        byte[] next = new byte[length];
        bytes.get(next);
        return next;
    }

    /** The root to which the way leads from a receipt; empty when the way does not fit size and index. */
    Optional<byte[]> root(byte[] receipt) {
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        byte[] hash = ReceiptTree.leaf(receipt);
        int taken = 0;
        int place = index;
        for (int last = size - 1; last > 0; last /= 2) {
            boolean alone = place == last && place % 2 == 0;
            if (!alone && taken == path.size()) {
                return Optional.empty();
            }
            if (!alone) {
                byte[] neighbour = path.get(taken++);
                hash = place % 2 == 0 ? ReceiptTree.node(hash, neighbour) : ReceiptTree.node(neighbour, hash);
            }
            place /= 2;
        }
        return taken == path.size() ? Optional.of(hash) : Optional.empty();
    }
}
