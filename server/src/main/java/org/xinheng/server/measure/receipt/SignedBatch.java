package org.xinheng.server.measure.receipt;

import java.util.List;
import org.xinheng.core.receipt.ReceiptProof;
import org.xinheng.core.receipt.ReceiptTree;
import org.xinheng.server.seal.SigningKey;

/** The receipts of one commit under one signature: it is kept once, and the proof of each receipt is worked out from it. */
final class SignedBatch {

    private final String keyId;
    private final byte[] signature;
    private final ReceiptTree tree;

    private SignedBatch(String keyId, byte[] signature, ReceiptTree tree) {
        this.keyId = keyId;
        this.signature = signature;
        this.tree = tree;
    }

    static SignedBatch sign(List<Draft> drafts, SigningKey key) {
        ReceiptTree tree = ReceiptTree.of(drafts.stream().map(Draft::answer).toList());
        return new SignedBatch(key.id(), key.sign(ReceiptProof.statement(key.id(), tree.size(), tree.root())), tree);
    }

    /** One that was kept, by its three parts. */
    static SignedBatch of(String keyId, byte[] signature, byte[] hashes) {
        return new SignedBatch(keyId, signature, ReceiptTree.ofHashes(hashes));
    }

    String keyId() {
        return keyId;
    }

    byte[] signature() {
        return signature.clone();
    }

    byte[] hashes() {
        return tree.hashes();
    }

    /** @param place from 0, in the order in which the drafts were given */
    String proof(int place) {
        return new ReceiptProof(keyId, tree.size(), place, tree.path(place), signature).text();
    }
}
