package org.xinheng.server.access.second;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.account.Revocations;
import org.xinheng.server.database.FreshDatabase;
import org.xinheng.testkit.clock.StandingClock;

/** Second factors whose key is lost. */
@ExtendWith(FreshDatabase.class)
class SecondFactorsTest {

    private static final Actor OFFICE = new Actor("office", Actor.Kind.CLERK, null, Set.of(Permission.OVERSEE));

    private static final String KEY = "0123456789abcdef";

    private final StandingClock clock = new StandingClock(Instant.parse("2026-06-10T04:00:00Z"));
    private final JdbcClient sql;

    SecondFactorsTest(JdbcClient sql) {
        this.sql = sql;
    }

    private SecondFactors under(String key) {
        var transactions = TransactionOperations.withoutTransaction();
        return new SecondFactors(
                sql,
                transactions,
                new Revocations(sql, transactions, clock),
                key.getBytes(StandardCharsets.US_ASCII),
                clock);
    }

    private byte[] secretOf(SecondFactors factors, String key) {
        factors.offer(OFFICE);
        byte[] sealed = sql.sql("SELECT sealed FROM access.second_factor WHERE account = 'office'")
                .query(byte[].class)
                .single();
        return new SealedSecret(key.getBytes(StandardCharsets.US_ASCII))
                .open("office", sealed)
                .orElseThrow();
    }

    @Test
    void recoveryCodesOutliveTheKey() {
        sql.sql("INSERT INTO access.account (name, password_hash, roles, opened_at) VALUES ('office', '-', '{}', ?)")
                .param(Timestamp.from(clock.instant()))
                .update();
        SecondFactors before = under(KEY);
        byte[] secret = secretOf(before, KEY);
        List<String> codes = before.confirm(OFFICE, Totp.code(secret, Totp.step(clock.instant())))
                .orElseThrow();
        assertThat(before.unreadable()).isZero();
        clock.skip(Duration.ofSeconds(90));
        String shown = Totp.code(secret, Totp.step(clock.instant()));

        SecondFactors after = under("fedcba9876543210");
        assertThat(after.unreadable()).isEqualTo(1);
        assertThat(after.stands(OFFICE)).isTrue();
        assertThat(after.accepts("office", shown)).isFalse();
        assertThat(after.accepts("office", codes.getFirst())).isTrue();
        assertThat(after.accepts("office", codes.getFirst())).isFalse();
        assertThat(before.accepts("office", shown)).isTrue();
    }

    @Test
    void programAndWhoeverSignsInElsewhereHaveNoAccount() {
        sql.sql("INSERT INTO access.account (name, password_hash, roles, opened_at) VALUES ('window', '-', '{}', ?)")
                .param(Timestamp.from(clock.instant()))
                .update();
        SecondFactors factors = under(KEY);
        assertThat(factors.hasAccount(new Actor("window", Actor.Kind.CLERK, null, Set.of())))
                .isTrue();
        assertThat(factors.hasAccount(new Actor("window", Actor.Kind.CLIENT, null, Set.of())))
                .isFalse();
        assertThat(factors.hasAccount(new Actor("elsewhere", Actor.Kind.CLERK, null, Set.of())))
                .isFalse();
    }
}
