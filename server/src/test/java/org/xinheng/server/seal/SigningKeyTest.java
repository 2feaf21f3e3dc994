package org.xinheng.server.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Random;
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
