package org.xinheng.server.access.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.xinheng.server.access.AccountsSetup;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Role;
import org.xinheng.server.access.SecondFactor;
import org.xinheng.server.access.account.Accounts;
import org.xinheng.server.access.second.Totp;
import org.xinheng.server.database.TestDatabase;
import org.xinheng.testkit.clock.StandingClock;

/** Sign-in in two steps, at doors that ask for it. */
@SpringBootTest(
        classes = {Doors.class, Doors.Alone.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"xinheng.access.password-rounds=4", "xinheng.access.second-factor=true"})
class SecondFactorDoorsTest {

    private static final String PASSWORD = "right password";

    @TempDir
    static Path folder;

    @LocalServerPort
    int port;

    @Autowired
    AccountsSetup setup;

    @Autowired
    Accounts accounts;

    @Autowired
    SecondFactor factor;

    @Autowired
    JdbcClient sql;

    @Autowired
    StandingClock clock;

    private SignInVisit visit = new SignInVisit(0);

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
        registry.add("xinheng.data", folder::toString);
    }

    @BeforeEach
    void open() {
        setup.account("office", PASSWORD, Set.of(Role.CREDIT_OFFICE), null);
        visit = new SignInVisit(port);
    }

    private Actor office() {
        return accounts.find("office").orElseThrow().actor();
    }

    /** Sets the factor up, and gives back secret and recovery codes. */
    private Phone phone() {
        byte[] secret = base32(factor.offer(office()).text());
        List<String> codes = factor.confirm(office(), Totp.code(secret, Totp.step(clock.instant())))
                .orElseThrow();
        clock.skip(Duration.ofSeconds(90));
        return new Phone(secret, codes);
    }

    private record Phone(byte[] secret, List<String> codes) {}

    private String shownBy(Phone phone) {
        return Totp.code(phone.secret(), Totp.step(clock.instant()));
    }

    private static byte[] base32(String text) {
        int bits = 0;
        int held = 0;
        var bytes = new java.io.ByteArrayOutputStream();
        for (char letter : text.toCharArray()) {
            held = held << 5 | (letter >= 'A' ? letter - 'A' : letter - '2' + 26);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void officerWithoutAFactorReachesOnlyThePageThatSetsItUp() throws Exception {
        assertThat(visit.signIn("office", PASSWORD)).endsWith("/account/second-factor");
        assertThat(visit.get("/queue").location()).endsWith("/account/second-factor");
        assertThat(visit.get("/api/v1/mine").status()).isEqualTo(403);
    }

    @Test
    void passwordAloneSignsNobodyIn() throws Exception {
        Phone phone = phone();
        assertThat(visit.get("/queue").location()).endsWith("/login");
        assertThat(visit.signIn("office", PASSWORD)).endsWith("/login/code");
        assertThat(visit.get("/queue").location()).endsWith("/login/code");
        assertThat(visit.get("/api/v1/mine").status()).isEqualTo(403);
        assertThat(visit.code("000000")).endsWith("/login/code?failed");
        assertThat(visit.get("/queue").location()).endsWith("/login/code");
        assertThat(visit.code(shownBy(phone)))
                .as("the page that was asked for first")
                .endsWith("/queue?continue");
        assertThat(visit.get("/queue").body()).isEqualTo("queue of office");
    }

    @Test
    void codeAndRecoveryCodeAreGoodOnce() throws Exception {
        Phone phone = phone();
        String code = shownBy(phone);
        visit.signIn("office", PASSWORD);
        assertThat(visit.code(code)).doesNotContain("failed");
        SignInVisit again = new SignInVisit(port);
        again.signIn("office", PASSWORD);
        assertThat(again.code(code)).endsWith("?failed");
        assertThat(again.code(phone.codes().getFirst().toUpperCase(java.util.Locale.ROOT)))
                .doesNotContain("failed");
        SignInVisit third = new SignInVisit(port);
        third.signIn("office", PASSWORD);
        assertThat(third.code(phone.codes().getFirst())).endsWith("?failed");
    }

    @Test
    void wrongCodesLockTheAccountThoughThePasswordIsRightBetween() throws Exception {
        Phone phone = phone();
        for (int i = 0; i < 4; i++) {
            visit = new SignInVisit(port);
            visit.signIn("office", PASSWORD);
            assertThat(visit.code("00000" + i)).endsWith("/login/code?failed");
        }
        assertThat(visit.code("999999")).endsWith("/login?failed");
        assertThat(visit.signIn("office", PASSWORD)).endsWith("/login?failed");
        clock.skip(Duration.ofMinutes(16));
        assertThat(visit.signIn("office", PASSWORD)).endsWith("/login/code");
        assertThat(visit.code(shownBy(phone))).doesNotContain("failed");
    }

    @Test
    void newPasswordFromTheAdministratorEndsTheFactorToo() throws Exception {
        phone();
        setup.account("office", "another password", Set.of(Role.CREDIT_OFFICE), null);
        assertThat(visit.signIn("office", "another password")).endsWith("/account/second-factor");
    }

    @Test
    void organisationNeedsNoFactor() throws Exception {
        setup.organisationAccount("organisation", PASSWORD, "91990101MA0000000X");
        assertThat(visit.signIn("organisation", PASSWORD)).endsWith("/room");
    }

    @Test
    void secretAndRecoveryCodesCannotBeReadInTheDatabase() {
        Phone phone = phone();
        byte[] sealed = sql.sql("SELECT sealed FROM access.second_factor WHERE account = 'office'")
                .query(byte[].class)
                .single();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(phone.secret(), StandardCharsets.ISO_8859_1));
        String code = phone.codes().getFirst().replace("-", "");
        assertThat(sql.sql("SELECT sha256 FROM access.recovery_code WHERE account = 'office'")
                        .query(byte[].class)
                        .list())
                .hasSize(10)
                .noneMatch(kept -> new String(kept, StandardCharsets.ISO_8859_1).contains(code));
    }
}
