package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import org.junit.jupiter.api.Test;

/** Before a pack is switched on, the office sees which stored records and deadlines would move. */
class PackImpactTest extends RecordsServer {

    @Test
    void theStoredRecordsAreJudgedUnderBothPacks() throws Exception {
        deliver(penalties(base, 2));

        var answer = server.get("/api/v1/policy/impact?pack=shangqiu&on=2026-06-10", token("auditor"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var penalties = json(answer)
                .path("records")
                .valueStream()
                .filter(type -> type.path("type").asString().equals(PENALTY))
                .findFirst()
                .orElseThrow();
        assertThat(penalties.path("seen").asLong()).isGreaterThanOrEqualTo(2);
        assertThat(penalties.path("moved").asLong()).isZero();
        assertThat(json(answer)
                        .path("deadlines")
                        .valueStream()
                        .map(clock -> clock.path("clock").asString()))
                .contains("withdrawal.on-update", "feed.contracts");
    }

    @Test
    void aPackThatDoesNotLoadIsSaidSoWithItsFaults() throws Exception {
        var answer = server.get("/api/v1/policy/impact?pack=no-such-pack", token("auditor"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("detail").asString()).contains("no-such-pack");
    }

    @Test
    void whoOnlyDeliversMayNotAsk() throws Exception {
        assertThat(server.get("/api/v1/policy/impact?pack=shangqiu", token("market"))
                        .statusCode())
                .isEqualTo(403);
    }
}
