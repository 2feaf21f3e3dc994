package org.xinheng.server.measure.receipt;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.core.receipt.ReceiptVerifier;
import org.xinheng.server.seal.Algorithm;
import org.xinheng.server.seal.KeyFiles;
import org.xinheng.server.seal.KeyRefused;
import org.xinheng.server.seal.KeyRefused.Reason;
import org.xinheng.server.seal.SigningKey;

/**
 * The keys that sign receipts, the one in use and those before it. A key that is lost is never replaced in silence: whoever pinned it
 * would find every new receipt forged.
 */
public final class ReceiptKeys {

    private static final String NAME = "receipts";

    private final JdbcClient sql;
    private final Clock clock;

    public ReceiptKeys(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @param since when it was first used */
    @SuppressWarnings("ArrayRecordComponent")
    public record Published(String id, String algorithm, byte[] publicKey, Instant since) {

        /** X.509 encoding in Base64. */
        public String text() {
            return Base64.getEncoder().encodeToString(publicKey);
        }
    }

    /**
     * The key in the folder, made at the very first start and where a successor was asked for.
     *
     * @throws KeyRefused when the one that signed last is not there
     */
    public SigningKey open(Path folder, Algorithm algorithm) {
        KeyFiles files = new KeyFiles(folder, NAME, algorithm);
        boolean free = files.successorWanted();
        Optional<String> last = lastOf(algorithm);
        int present = files.present().size();
        if (!free && last.isPresent() && present < 2) {
            throw new KeyRefused(present == 0 ? Reason.LOST : Reason.HALF, last.get(), folder);
        }
        SigningKey key = SigningKey.read(folder, NAME, algorithm);
        if (!free && last.isPresent() && !last.get().equals(key.id())) {
            throw new KeyRefused(Reason.OTHER, last.get(), folder);
        }
        publish(key);
        files.successorTook();
        return key;
    }

    /** Receipts from before the keys were kept say themselves who signed them: it was Ed25519 then. */
    private Optional<String> lastOf(Algorithm algorithm) {
        Optional<String> kept = sql.sql(
                        "SELECT id FROM measure.receipt_key WHERE algorithm = ? ORDER BY ordinal DESC LIMIT 1")
                .param(algorithm.written())
                .query(String.class)
                .optional();
        boolean first = kept.isEmpty() && all().isEmpty();
        return first ? newestSigner() : kept;
    }

    private Optional<String> newestSigner() {
        return sql.sql("SELECT key_id FROM measure.receipt_batch ORDER BY id DESC LIMIT 1")
                .query(String.class)
                .optional();
    }

    private void publish(SigningKey key) {
        sql.sql("""
                        INSERT INTO measure.receipt_key (id, algorithm, public_key, since) VALUES (?, ?, ?, ?)
                        ON CONFLICT (id) DO NOTHING
                        """)
                .params(
                        key.id(),
                        key.algorithm().written(),
                        Base64.getDecoder().decode(key.publicKey()),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Newest first. */
    public List<Published> all() {
        return sql.sql("SELECT id, algorithm, public_key, since FROM measure.receipt_key ORDER BY ordinal DESC")
                .query((row, _) -> new Published(
                        row.getString(1),
                        row.getString(2),
                        row.getBytes(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Verifies whatever any of them signed. */
    public ReceiptVerifier verifier() {
        return ReceiptVerifier.with(all().stream().map(Published::publicKey).toList());
    }
}
