package org.xinheng.server.access.second;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.SecondFactor;
import org.xinheng.server.access.account.Revocations;

/** Second factors in the database: the secret is sealed, of the codes for a lost telephone only hashes are kept. */
public final class SecondFactors implements SecondFactor {

    private static final Logger log = LoggerFactory.getLogger(SecondFactors.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 10;
    private static final String ISSUER = "Xinheng";
    private static final long NEVER = -1;

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final Revocations revocations;
    private final SealedSecret seal;
    private final Clock clock;

    /** @param key of the data folder, under which secrets are sealed */
    public SecondFactors(
            JdbcClient sql, TransactionOperations transactions, Revocations revocations, byte[] key, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.revocations = revocations;
        this.seal = new SealedSecret(key);
        this.clock = clock;
    }

    @Override
    public boolean hasAccount(Actor actor) {
        return actor.kind() == Actor.Kind.CLERK
                && sql.sql("SELECT EXISTS (SELECT FROM access.account WHERE name = ? AND closed_at IS NULL)")
                        .param(actor.name())
                        .query(Boolean.class)
                        .single();
    }

    @Override
    public boolean stands(Actor actor) {
        return sql.sql(
                        "SELECT EXISTS (SELECT FROM access.second_factor WHERE account = ? AND confirmed_at IS NOT NULL)")
                .param(actor.name())
                .query(Boolean.class)
                .single();
    }

    @Override
    public Offered offer(Actor actor) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        sql.sql("DELETE FROM access.second_factor WHERE account = ? AND confirmed_at IS NULL")
                .param(actor.name())
                .update();
        sql.sql("INSERT INTO access.second_factor (account, sealed, last_step, offered_at) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING")
                .params(actor.name(), seal.seal(actor.name(), secret), NEVER, Timestamp.from(clock.instant()))
                .update();
        String text = Totp.text(secret);
        String label = URLEncoder.encode(actor.name(), StandardCharsets.UTF_8);
        return new Offered(text, "otpauth://totp/" + ISSUER + ":" + label + "?secret=" + text + "&issuer=" + ISSUER);
    }

    @Override
    public Optional<List<String>> confirm(Actor actor, String code) {
        Optional<List<String>> codes = transactions.execute(status -> {
            OptionalLong step = stepOf(actor.name(), code, false);
            return step.isEmpty() ? Optional.empty() : Optional.of(putInForce(actor.name(), step.getAsLong()));
        });
        return codes == null ? Optional.empty() : codes;
    }

    private List<String> putInForce(String account, long step) {
        sql.sql("UPDATE access.second_factor SET confirmed_at = ?, last_step = ? WHERE account = ?")
                .params(Timestamp.from(clock.instant()), step, account)
                .update();
        List<String> codes = recoveryCodes(account);
        revocations.revoke(Revocations.account(account));
        return codes;
    }

    /**
     * Whether what was typed after the password is good: the code of the moment, or one for a lost telephone. Either is good
     * once. Where the key under which the secret was sealed is lost, only the latter is.
     */
    public boolean accepts(String account, String typed) {
        String plain = typed.strip().toLowerCase(Locale.ROOT).replace("-", "").replace(" ", "");
        return Boolean.TRUE.equals(transactions.execute(status -> {
            OptionalLong step = stepOf(account, plain, true);
            return step.isPresent() ? isNewer(account, step.getAsLong()) : isRecovery(account, plain);
        }));
    }

    private boolean isNewer(String account, long step) {
        return sql.sql("UPDATE access.second_factor SET last_step = ? WHERE account = ? AND last_step < ?")
                        .params(step, account, step)
                        .update()
                == 1;
    }

    private boolean isRecovery(String account, String typed) {
        return sql.sql(
                                "UPDATE access.recovery_code SET used_at = ? WHERE account = ? AND sha256 = ? AND used_at IS NULL")
                        .params(Timestamp.from(clock.instant()), account, RecoveryCode.hash(typed))
                        .update()
                == 1;
    }

    /** How many factors cannot be read, because the key is not the one under which they were sealed. */
    public int unreadable() {
        return Math.toIntExact(sql
                .sql("SELECT account, sealed FROM access.second_factor")
                .query((row, _) -> seal.open(row.getString(1), row.getBytes(2)).isEmpty())
                .list()
                .stream()
                .filter(lost -> lost)
                .count());
    }

    private OptionalLong stepOf(String account, String typed, boolean confirmed) {
        Instant now = clock.instant();
        return sql.sql("SELECT sealed, last_step FROM access.second_factor WHERE account = ?"
                        + " AND (confirmed_at IS NOT NULL) = ?")
                .params(account, confirmed)
                .query((row, number) -> {
                    Optional<byte[]> secret = seal.open(account, row.getBytes(1));
                    if (secret.isEmpty()) {
                        log.error("the second factor of {} was sealed under another key: no code fits it", account);
                        return OptionalLong.empty();
                    }
                    return Totp.stepOf(typed.strip(), secret.get(), now, row.getLong(2));
                })
                .optional()
                .orElse(OptionalLong.empty());
    }

    private List<String> recoveryCodes(String account) {
        sql.sql("DELETE FROM access.recovery_code WHERE account = ?")
                .param(account)
                .update();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            byte[] random = new byte[RECOVERY_BYTES];
            RANDOM.nextBytes(random);
            String code = Totp.text(random).toLowerCase(Locale.ROOT);
            sql.sql("INSERT INTO access.recovery_code (account, sha256) VALUES (?, ?)")
                    .params(account, RecoveryCode.hash(code))
                    .update();
            codes.add(RecoveryCode.grouped(code));
        }
        return codes;
    }
}
