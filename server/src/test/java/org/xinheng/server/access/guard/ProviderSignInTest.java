package org.xinheng.server.access.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.xinheng.server.access.AccountsSetup;
import org.xinheng.server.access.Role;
import org.xinheng.server.database.TestDatabase;
import org.xinheng.testkit.clock.StandingClock;

/** Sign-in by a real identity provider: a server of its own that speaks OpenID Connect over HTTP. */
@SpringBootTest(
        classes = {Doors.class, Doors.Alone.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "xinheng.access.password-rounds=4",
            "xinheng.access.second-factor=true",
            "xinheng.oidc.client-id=" + ProviderServer.CLIENT,
            "xinheng.oidc.client-secret=" + ProviderServer.SECRET
        })
class ProviderSignInTest {

    private static final ConfigurableApplicationContext PROVIDER = ProviderServer.start();

    @TempDir
    static Path folder;

    @LocalServerPort
    int port;

    @Autowired
    AccountsSetup setup;

    @Autowired
    StandingClock clock;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
        registry.add("xinheng.data", folder::toString);
        registry.add("xinheng.oidc.issuer", () -> "http://127.0.0.1:" + ProviderServer.port(PROVIDER));
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @BeforeEach
    void open() {
        clock.set(Instant.now(java.time.Clock.systemUTC()));
        setup.account("office", "password of the place", Set.of(Role.CREDIT_OFFICE), null);
    }

    /** As a browser goes: to the provider, through its sign-in, and back. @return where it leads in the end */
    private String signInByProvider(SignInVisit visit, String name) throws Exception {
        String address = "http://127.0.0.1:" + port + "/oauth2/authorization/provider";
        address = visit.get(address).location();
        assertThat(address).startsWith("http://127.0.0.1:" + ProviderServer.port(PROVIDER));
        assertThat(visit.get(address).location()).endsWith("/login");
        String provider = "http://127.0.0.1:" + ProviderServer.port(PROVIDER);
        String back = visit.post(
                        provider + "/login",
                        "username=" + name + "&password=" + ProviderServer.PASSWORD.replace(' ', '+'))
                .location();
        String home = visit.get(back).location();
        assertThat(home).contains("/login/oauth2/code/provider?code=");
        return visit.get(home).location();
    }

    @Test
    void whomTheProviderVouchesForActsAsTheAccountOfThatName() throws Exception {
        SignInVisit visit = new SignInVisit(port);
        String queue = "http://127.0.0.1:" + port + "/queue";
        assertThat(visit.get(queue).location()).endsWith("/login");
        assertThat(signInByProvider(visit, "office")).contains("/queue");
        assertThat(visit.get(queue).body()).isEqualTo("queue of office");
    }

    @Test
    void whoHasNoAccountHereIsSignedInByNobody() throws Exception {
        SignInVisit visit = new SignInVisit(port);
        assertThat(signInByProvider(visit, "stranger")).endsWith("/login?unknown");
        assertThat(visit.get("http://127.0.0.1:" + port + "/queue").location()).endsWith("/login");
    }

    @Test
    void accountThatWasClosedHereStaysOut() throws Exception {
        assertThat(setup.closeAccount("office")).isTrue();
        assertThat(signInByProvider(new SignInVisit(port), "office")).endsWith("/login?unknown");
    }

    @Test
    void answerThatNobodyAskedForIsRefused() throws Exception {
        String forged = "http://127.0.0.1:" + port + "/login/oauth2/code/provider?code=made-up&state=made-up";
        assertThat(new SignInVisit(port).get(forged).location()).endsWith("/login?unknown");
    }
}
