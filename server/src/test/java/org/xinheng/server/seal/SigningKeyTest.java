package org.xinheng.server.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xinheng.core.receipt.ReceiptProof;
import org.xinheng.core.receipt.ReceiptTree;
import org.xinheng.core.receipt.ReceiptVerifier;
import org.xinheng.core.receipt.ReceiptVerifier.Verdict;

/** What one library signs the other one verifies, with the key that is published. */
class SigningKeyTest {

    private static final int RECEIPTS = 60;

    @TempDir
    private Path folder;

    @Test
    void theJdkVerifiesWhatIsSigned() throws GeneralSecurityException {
        var key = SigningKey.read(folder, "receipts");
        var statement = "xinheng-receipts/1\n回执".getBytes(StandardCharsets.UTF_8);

        var signature = key.sign(statement);

        assertThat(signature).hasSize(64);
        assertThat(verified(key, statement, signature)).isTrue();
        statement[0] ^= 1;
        assertThat(verified(key, statement, signature)).isFalse();
    }

    @Test
    void theSameFilesGiveTheSameSignatures() {
        var statement = new byte[100];

        var signature = SigningKey.read(folder, "receipts").sign(statement);

        assertThat(SigningKey.read(folder, "receipts").sign(statement)).isEqualTo(signature);
        assertThat(SigningKey.read(folder, "others").sign(statement)).isNotEqualTo(signature);
    }

    /** Signed by Bouncy Castle, verified by our own arithmetic. */
    @ParameterizedTest
    @EnumSource
    void receiptsAreVerifiedByThePublishedKeyAlone(Algorithm algorithm) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < RECEIPTS; i++) {
            SigningKey key = SigningKey.read(folder, "receipts-" + i % 6, algorithm);
            byte[] receipt = new byte[1 + random.nextInt(300)];
            random.nextBytes(receipt);
            ReceiptTree tree = ReceiptTree.of(List.of(receipt));
            byte[] signature = key.sign(ReceiptProof.statement(key.id(), 1, tree.root()));
            var verifier = ReceiptVerifier.with(Base64.getDecoder().decode(key.publicKey()));

            assertThat(signature).hasSize(64);
            assertThat(verifier.verify(receipt, proof(key, tree, signature)))
                    .as("-Dseed=" + seed)
                    .isEqualTo(Verdict.GENUINE);
            signature[random.nextInt(64)] ^= (byte) (1 << random.nextInt(8));
            assertThat(verifier.verify(receipt, proof(key, tree, signature)))
                    .as("-Dseed=" + seed)
                    .isEqualTo(Verdict.ALTERED);
        }
    }

    /** One receipt of a batch, as it is given out. */
    private record Given(byte[] receipt, String proof, ReceiptVerifier verifier) {

        static Given of(SigningKey key, int index) {
            List<byte[]> receipts = IntStream.range(0, 5)
                    .mapToObj(i ->
                            ("{\"receiptId\":\"" + i + "\",\"outcomeText\":\"未见\"}").getBytes(StandardCharsets.UTF_8))
                    .toList();
            ReceiptTree tree = ReceiptTree.of(receipts);
            byte[] signature = key.sign(ReceiptProof.statement(key.id(), tree.size(), tree.root()));
            return new Given(
                    receipts.get(index),
                    new ReceiptProof(key.id(), tree.size(), index, tree.path(index), signature).text(),
                    ReceiptVerifier.with(Base64.getDecoder().decode(key.publicKey())));
        }

        Verdict with(byte[] other) {
            return verifier.verify(other, proof);
        }

        ReceiptProof read() {
            return ReceiptProof.read(proof).orElseThrow();
        }

        Verdict signed(byte[] signature) {
            ReceiptProof read = read();
            return verifier.verify(
                    receipt, new ReceiptProof(read.keyId(), read.size(), read.index(), read.path(), signature).text());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyAlteredByteOfAReceiptIsFound(Algorithm algorithm) {
        Given given = Given.of(SigningKey.read(folder, "receipts", algorithm), 2);
        assertThat(given.with(given.receipt())).isEqualTo(Verdict.GENUINE);
        for (int at = 0; at < given.receipt().length; at++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                byte[] altered = given.receipt().clone();
                altered[at] ^= (byte) (1 << bit);
                assertThat(given.with(altered)).as("bit %s of byte %s", bit, at).isEqualTo(Verdict.ALTERED);
            }
            byte[] cut = Arrays.copyOf(given.receipt(), at);
            assertThat(given.with(cut)).as("cut at %s", at).isEqualTo(Verdict.ALTERED);
        }
        assertThat(given.with(Arrays.copyOf(given.receipt(), given.receipt().length + 1)))
                .isEqualTo(Verdict.ALTERED);
    }

    @ParameterizedTest
    @EnumSource
    void everyAlteredByteOfAProofIsFound(Algorithm algorithm) {
        for (int index : new int[] {0, 4}) {
            Given given = Given.of(SigningKey.read(folder, "receipts", algorithm), index);
            byte[] bytes = Base64.getUrlDecoder().decode(given.proof());
            for (int at = 0; at < bytes.length; at++) {
                for (int bit = 0; bit < Byte.SIZE; bit++) {
                    byte[] altered = bytes.clone();
                    altered[at] ^= (byte) (1 << bit);
                    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(altered);
                    assertThat(given.verifier().verify(given.receipt(), text))
                            .as("bit %s of byte %s", bit, at)
                            .isNotEqualTo(Verdict.GENUINE);
                }
            }
        }
    }

    /** No second signature comes out of a first one by arithmetic: not by its negative, nor by whole rounds of the group's order. */
    @ParameterizedTest
    @EnumSource
    void aSignatureHasOneSpellingOnly(Algorithm algorithm) {
        Given given = Given.of(SigningKey.read(folder, "receipts", algorithm), 1);
        byte[] signature = given.read().signature();
        boolean sm2 = algorithm == Algorithm.SM2;
        BigInteger order = new BigInteger(
                sm2
                        ? "fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123"
                        : "1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed",
                16);
        BigInteger r = part(signature, 0, sm2);
        BigInteger s = part(signature, 32, sm2);
        assertThat(given.signed(spelled(r, s, sm2))).isEqualTo(Verdict.GENUINE);
        List<byte[]> others = new ArrayList<>(List.of(
                spelled(r, order.subtract(s), sm2),
                spelled(order.subtract(r).mod(order), s, sm2),
                spelled(order.subtract(r).mod(order), order.subtract(s), sm2),
                spelled(s, r, sm2),
                spelled(BigInteger.ZERO, s, sm2),
                spelled(r, BigInteger.ZERO, sm2),
                spelled(r, order, sm2)));
        for (BigInteger more : List.of(r.add(order), s.add(order))) {
            if (more.bitLength() <= 256) {
                others.add(spelled(more, s, sm2));
                others.add(spelled(r, more, sm2));
            }
        }
        for (byte[] other : others) {
            assertThat(given.signed(other)).as(HexFormat.of().formatHex(other)).isEqualTo(Verdict.ALTERED);
        }
    }

    /** The proof has room for 64 bytes: what other programs write as DER, in any of its lengths, is no signature here. */
    @Test
    void derIsNoSpellingOfASignature() throws IOException {
        Given given = Given.of(SigningKey.read(folder, "receipts", Algorithm.SM2), 1);
        ReceiptProof read = given.read();
        byte[] der = StandardDSAEncoding.INSTANCE.encode(
                new BigInteger("fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123", 16),
                part(read.signature(), 0, true),
                part(read.signature(), 32, true));
        byte[] whole = Base64.getUrlDecoder().decode(given.proof());
        // In its own length, cut to the room that there is, and filled up so that the rest looks like one more
        // neighbour.
        for (int length : new int[] {der.length, 64, 96}) {
            byte[] bytes = ByteBuffer.allocate(whole.length - 64 + length)
                    .put(whole, 0, 17)
                    .put(Arrays.copyOf(der, length))
                    .put(whole, 81, whole.length - 81)
                    .array();
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            assertThat(given.verifier().verify(given.receipt(), text)).isEqualTo(Verdict.ALTERED);
        }
    }

    /** SM2 writes numbers from their highest byte, Ed25519 from their lowest. */
    private static BigInteger part(byte[] signature, int from, boolean highestFirst) {
        byte[] part = Arrays.copyOfRange(signature, from, from + 32);
        return new BigInteger(1, highestFirst ? part : reversed(part));
    }

    private static byte[] spelled(BigInteger r, BigInteger s, boolean highestFirst) {
        byte[] signature = new byte[64];
        System.arraycopy(written(r, highestFirst), 0, signature, 0, 32);
        System.arraycopy(written(s, highestFirst), 0, signature, 32, 32);
        return signature;
    }

    private static byte[] written(BigInteger number, boolean highestFirst) {
        byte[] bytes = BigIntegers.asUnsignedByteArray(32, number);
        return highestFirst ? bytes : reversed(bytes);
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    private static String proof(SigningKey key, ReceiptTree tree, byte[] signature) {
        return new ReceiptProof(key.id(), 1, 0, tree.path(0), signature).text();
    }

    @ParameterizedTest
    @EnumSource
    void aSuccessorIsMadeOnlyWhereOneWasAskedFor(Algorithm algorithm) {
        SigningKey first = SigningKey.read(folder, "receipts", algorithm);
        KeyFiles files = new KeyFiles(folder, "receipts", algorithm);
        assertThat(files.successorWanted()).isFalse();

        List<Path> aside = files.putAside();

        assertThat(aside)
                .hasSize(2)
                .allMatch(Files::exists)
                .allMatch(file -> file.toString().endsWith(first.id()));
        assertThat(files.successorWanted()).isTrue();
        assertThat(files.present()).isEmpty();
        assertThat(SigningKey.read(folder, "receipts", algorithm).id()).isNotEqualTo(first.id());
        files.successorTook();
        assertThat(files.successorWanted()).isFalse();
    }

    private static boolean verified(SigningKey key, byte[] statement, byte[] signature)
            throws GeneralSecurityException {
        var published = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key.publicKey())));
        var verifying = Signature.getInstance("Ed25519");
        verifying.initVerify(published);
        verifying.update(statement);
        return verifying.verify(signature);
    }
}
