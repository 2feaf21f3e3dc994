package org.xinheng.server.measure.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.core.receipt.ReceiptProof;
import org.xinheng.core.receipt.ReceiptTree;
import org.xinheng.core.receipt.ReceiptVerifier.Verdict;
import org.xinheng.server.database.Database;
import org.xinheng.server.database.TestDatabase;
import org.xinheng.server.seal.Algorithm;
import org.xinheng.server.seal.KeyFiles;
import org.xinheng.server.seal.KeyRefused;
import org.xinheng.server.seal.KeyRefused.Reason;
import org.xinheng.server.seal.SigningKey;
import org.xinheng.testkit.clock.StandingClock;

/** The life of a signing key: begun, kept, lost, found again, replaced when somebody says so. */
class ReceiptKeysTest {

    @TempDir
    private Path folder;

    private static ReceiptKeys keys(Database database) {
        return new ReceiptKeys(
                JdbcClient.create(database.app()), new StandingClock(Instant.parse("2026-06-10T04:00:00Z")));
    }

    private KeyFiles files() {
        return new KeyFiles(folder, "receipts", Algorithm.ED25519);
    }

    private static void refused(ReceiptKeys keys, Path folder, Reason reason, String missed) {
        assertThatThrownBy(() -> keys.open(folder, Algorithm.ED25519)).isInstanceOfSatisfying(KeyRefused.class, e -> {
            assertThat(e.reason()).isEqualTo(reason);
            for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                assertThat(e.sentence(language))
                        .contains(missed)
                        .contains(folder.toString())
                        .contains("./xinheng rotate-key");
            }
        });
    }

    private void lose(List<Path> halves) throws IOException {
        for (Path half : halves) {
            Files.delete(half);
        }
    }

    @Test
    void aLostKeyIsNeverReplacedInSilence(@TempDir Path backup) throws IOException {
        try (Database database = TestDatabase.fresh()) {
            ReceiptKeys keys = keys(database);
            SigningKey first = keys.open(folder, Algorithm.ED25519);
            assertThat(keys.open(folder, Algorithm.ED25519).id()).isEqualTo(first.id());
            List<Path> halves = files().present();
            for (Path half : halves) {
                Files.copy(half, backup.resolve(half.getFileName()));
            }

            Files.delete(halves.getFirst());
            refused(keys, folder, Reason.HALF, first.id());
            lose(files().present());
            refused(keys, folder, Reason.LOST, first.id());
            assertThat(files().present()).as("nothing was made").isEmpty();
            var another = SigningKey.read(folder, "receipts");
            assertThat(another.id()).isNotEqualTo(first.id());
            refused(keys, folder, Reason.OTHER, first.id());

            lose(files().present());
            try (Stream<Path> saved = Files.list(backup)) {
                for (Path half : saved.toList()) {
                    Files.copy(half, folder.resolve(half.getFileName()));
                }
            }
            assertThat(keys.open(folder, Algorithm.ED25519).id()).isEqualTo(first.id());
            assertThat(keys.all()).hasSize(1);
        }
    }

    @Test
    void aSuccessorTakesTheTurnAndTheFormerKeyStillVerifies() {
        try (Database database = TestDatabase.fresh()) {
            ReceiptKeys keys = keys(database);
            SigningKey first = keys.open(folder, Algorithm.ED25519);
            assertThat(files().putAside()).hasSize(2);

            SigningKey second = keys.open(folder, Algorithm.ED25519);

            assertThat(second.id()).isNotEqualTo(first.id());
            assertThat(files().successorWanted()).isFalse();
            assertThat(keys.open(folder, Algorithm.ED25519).id()).isEqualTo(second.id());
            SigningKey chinese = keys.open(folder, Algorithm.SM2);
            assertThat(keys.all())
                    .extracting(ReceiptKeys.Published::id)
                    .containsExactly(chinese.id(), second.id(), first.id());
            byte[] receipt = {1, 2, 3};
            for (SigningKey key : List.of(first, second, chinese)) {
                ReceiptTree tree = ReceiptTree.of(List.of(receipt));
                byte[] signature = key.sign(ReceiptProof.statement(key.id(), 1, tree.root()));
                String proof = new ReceiptProof(key.id(), 1, 0, tree.path(0), signature).text();
                assertThat(keys.verifier().verify(receipt, proof)).isEqualTo(Verdict.GENUINE);
            }
        }
    }

    @Test
    void aKeyThatIsLostForGoodHasASuccessorWhenAskedFor() throws IOException {
        try (Database database = TestDatabase.fresh()) {
            ReceiptKeys keys = keys(database);
            SigningKey first = keys.open(folder, Algorithm.ED25519);
            lose(files().present());

            assertThat(files().putAside()).isEmpty();

            assertThat(keys.open(folder, Algorithm.ED25519).id()).isNotEqualTo(first.id());
            assertThat(keys.all()).hasSize(2);
        }
    }
}
