package org.xinheng.core.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.core.receipt.ReceiptVerifier.Verdict;

/** A receipt proves itself, and no byte of it can be changed. */
class ReceiptVerifierTests {

    private final KeyPair keys;
    private final ReceiptVerifier verifier;

    ReceiptVerifierTests() throws GeneralSecurityException {
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        verifier = ReceiptVerifier.with(keys.getPublic().getEncoded());
    }

    private static List<byte[]> receipts(int size) {
        return IntStream.range(0, size)
                .mapToObj(
                        i -> ("{\"receiptId\":\"" + i + "\",\"outcomeText\":\"未见\"}").getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private ReceiptProof proof(List<byte[]> receipts, int index) throws GeneralSecurityException {
        ReceiptTree tree = ReceiptTree.of(receipts);
        String id = ReceiptVerifier.keyId(keys.getPublic().getEncoded());
        Signature signing = Signature.getInstance("Ed25519");
        signing.initSign(keys.getPrivate());
        signing.update(ReceiptProof.statement(id, tree.size(), tree.root()));
        return new ReceiptProof(id, tree.size(), index, tree.path(index), signing.sign());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 31, 33})
    void everyReceiptOfABatchIsProved(int size) throws GeneralSecurityException {
        List<byte[]> receipts = receipts(size);
        for (int i = 0; i < size; i++) {
            String proof = proof(receipts, i).text();
            assertThat(verifier.verify(receipts.get(i), proof)).isEqualTo(Verdict.GENUINE);
            if (size > 1) {
                assertThat(verifier.verify(receipts.get((i + 1) % size), proof)).isEqualTo(Verdict.ALTERED);
            }
        }
    }

    @Test
    void everyAlteredByteOfTheReceiptIsFound() throws GeneralSecurityException {
        List<byte[]> receipts = receipts(5);
        String proof = proof(receipts, 2).text();
        for (int at = 0; at < receipts.get(2).length; at++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                byte[] altered = receipts.get(2).clone();
                altered[at] ^= (byte) (1 << bit);
                assertThat(verifier.verify(altered, proof)).isEqualTo(Verdict.ALTERED);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 4})
    void everyAlteredCharacterOfTheProofIsFound(int index) throws GeneralSecurityException {
        List<byte[]> receipts = receipts(5);
        String proof = proof(receipts, index).text();
        for (int at = 0; at < proof.length(); at++) {
            for (char other : new char[] {'A', 'B', 'Q', 'w', '_', '!', '='}) {
                StringBuilder altered = new StringBuilder(proof);
                altered.setCharAt(at, other);
                if (proof.charAt(at) != other) {
                    assertThat(verifier.verify(receipts.get(index), altered.toString()))
                            .as("%s at %s", other, at)
                            .isNotEqualTo(Verdict.GENUINE);
                }
            }
        }
    }

    @Test
    void cutOrLengthenedProofsAreFound() throws GeneralSecurityException {
        List<byte[]> receipts = receipts(5);
        ReceiptProof proof = proof(receipts, 1);
        for (String wrong : List.of("", "AA", proof.text() + "A", proof.text().substring(4), proof.text() + "==")) {
            assertThat(verifier.verify(receipts.get(1), wrong)).isEqualTo(Verdict.ALTERED);
        }
        for (int end = 0; end < proof.path().size(); end++) {
            var cut = new ReceiptProof(
                    proof.keyId(), proof.size(), 1, proof.path().subList(0, end), proof.signature());
            assertThat(verifier.verify(receipts.get(1), cut.text())).isEqualTo(Verdict.ALTERED);
        }
    }

    @Test
    void whatAFormerKeySignedIsVerifiedToo() throws GeneralSecurityException {
        List<byte[]> receipts = receipts(3);
        KeyPair successor = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var both = ReceiptVerifier.with(
                List.of(successor.getPublic().getEncoded(), keys.getPublic().getEncoded()));
        assertThat(both.verify(receipts.get(1), proof(receipts, 1).text())).isEqualTo(Verdict.GENUINE);
        assertThat(both.verify(receipts.get(2), proof(receipts, 1).text())).isEqualTo(Verdict.ALTERED);
    }

    @Test
    void anotherKeyIsNoVerdict() throws GeneralSecurityException {
        List<byte[]> receipts = receipts(1);
        KeyPair others = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var stranger = ReceiptVerifier.with(others.getPublic().getEncoded());
        assertThat(stranger.verify(receipts.getFirst(), proof(receipts, 0).text()))
                .isEqualTo(Verdict.OTHER_KEY);
        assertThatThrownBy(() -> ReceiptVerifier.with(new byte[] {1, 2})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ReceiptTree.of(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ReceiptTree.ofHashes(new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ReceiptTree.ofHashes(new byte[33])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTreeIsTheSameFromTheHashesOfItsReceipts() {
        for (int size = 1; size <= 9; size++) {
            List<byte[]> receipts = receipts(size);
            ReceiptTree tree = ReceiptTree.of(receipts);
            ReceiptTree again = ReceiptTree.ofHashes(tree.hashes());
            assertThat(again.root()).isEqualTo(tree.root());
            for (int i = 0; i < size; i++) {
                assertThat(again.path(i)).containsExactlyElementsOf(tree.path(i));
            }
        }
    }
}
