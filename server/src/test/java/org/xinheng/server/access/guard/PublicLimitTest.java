package org.xinheng.server.access.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.xinheng.server.access.AccountsSetup;
import org.xinheng.server.access.Role;
import org.xinheng.server.database.TestDatabase;

/** What one address may ask without signing in. */
@SpringBootTest(
        classes = {Doors.class, Doors.Alone.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "xinheng.access.password-rounds=4",
            "xinheng.limits.pages=20",
            "xinheng.limits.sign-ins=3",
            "xinheng.limits.tokens=3",
            "xinheng.limits.span=1h"
        })
class PublicLimitTest {

    @TempDir
    static Path folder;

    @LocalServerPort
    int port;

    @Autowired
    AccountsSetup setup;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
        registry.add("xinheng.data", folder::toString);
    }

    @Test
    void addressThatAsksTooOftenIsToldWhenToComeBackUnlessItSignsIn() throws Exception {
        setup.account("office", "right password", Set.of(Role.CREDIT_OFFICE), null);
        var clerk = new SignInVisit(port);
        assertThat(clerk.signIn("office", "right password")).doesNotContain("failed");
        var visit = new SignInVisit(port);
        var answer = visit.get("/api/v1/open");
        for (int i = 0; i < 20 && answer.status() == 200; i++) {
            assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"public\";q=20;w=3600");
            assertThat(answer.header("RateLimit")).matches("\"public\";r=\\d+;t=\\d+");
            answer = visit.get("/api/v1/open");
        }
        assertThat(answer.status()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 3600);
        assertThat(answer.body()).contains("urn:xinheng:problem:too-many-requests");
        assertThat(visit.get("/nowhere").status())
                .as("pages share the allowance")
                .isEqualTo(429);
        assertThat(clerk.get("/queue").status())
                .as("who has signed in is not counted")
                .isEqualTo(200);
        assertThat(clerk.get("/queue").header("RateLimit")).isEmpty();
        assertThat(visit.post("/login", "username=a&password=wrong").status())
                .as("attempts to sign in have an allowance of their own")
                .isNotEqualTo(429);
        assertThat(visit.post("/login", "username=b&password=wrong").status()).isNotEqualTo(429);
        assertThat(visit.post("/login", "username=c&password=wrong").status()).isEqualTo(429);
    }

    @Test
    void tokensAreLimitedApart() throws Exception {
        var visit = new SignInVisit(port);
        int status = 0;
        for (int i = 0; i < 5 && status != 429; i++) {
            status =
                    visit.post("/oauth2/token", "grant_type=client_credentials").status();
        }
        assertThat(status).isEqualTo(429);
    }
}
