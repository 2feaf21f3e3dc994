package org.xinheng.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.xinheng.server.crash.Kill.Target;
import org.xinheng.server.database.ServerFolder;

/**
 * Fifty SIGKILLs at random moments of a small running delivery, 35 of the server and 15 of the postmaster; five hundred with
 * {@code -Dxinheng.long=true}, or {@code -Dkills=} so many tens. Replay the plan with {@code -Dseed=}.
 */
class DeliveryCrashTest {

    private static final int TENS = Integer.getInteger("kills", Boolean.getBoolean("xinheng.long") ? 500 : 50) / 10;

    @Test
    void whateverIsKilledEveryRowIsCountedOnceAndReadersSeeAllOrNothing() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("DeliveryCrashTest: seed " + seed);
        var random = new Random(seed);
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        try (var run = new CrashRun(
                ServerFolder.empty("crash"),
                DemoPolicy.POLICY.authority("market").orElseThrow(),
                today,
                random)) {
            run.deliver();
            run.restart();
            run.deliver();
            var matters = List.copyOf(DemoPolicy.POLICY.matters().keySet());
            try (var reader = new PortalReader(
                            run.department().client(), CrashRun.TYPE, NumberedDelivery.markedOn(today));
                    var officer = new OfficerAsking(run.department().client(), matters)) {
                for (var kill : Kill.plan(TENS, random)) {
                    run.strike(kill);
                    assertThat(reader.faults()).as("seed %d", seed).isEmpty();
                    assertThat(officer.faults()).as("seed %d", seed).isEmpty();
                }
                run.audit();
                assertEveryKillHit(run);
                assertReadersSawEachDeliveryWhenItWasInForce(run, reader);
                assertEveryAnswerHasItsReceipt(run, officer, matters);
            }
        }
    }

    private static void assertEveryAnswerHasItsReceipt(CrashRun run, OfficerAsking officer, List<String> matters)
            throws Exception {
        assertThat(officer.receiptsLost(run.postgres().sql())).isEmpty();
        assertThat(officer.outcomes()).containsEntry("government-procurement", "HIT");
        assertThat(officer.outcomes().keySet()).containsExactlyInAnyOrderElementsOf(matters);
        System.out.printf("%d checks answered: %s%n", officer.answers(), officer.outcomes());
    }

    private static void assertEveryKillHit(CrashRun run) throws Exception {
        assertThat(run.hits()).hasSize(TENS * 10);
        assertThat(run.hits().stream().filter(hit -> hit.kill().target() == Target.SERVER))
                .hasSize(TENS * 7);
        assertThat(run.postgres().recoveries())
                .as("starts after which PostgreSQL found that it had been killed")
                .isGreaterThanOrEqualTo(run.killsOfPostmaster());
        System.out.printf(
                "%d SIGKILLs, %d of them while a delivery was under way; %d deliveries%n",
                run.kills(), run.hits().size(), run.department().deliveries().size());
    }

    private static void assertReadersSawEachDeliveryWhenItWasInForce(CrashRun run, PortalReader reader)
            throws Exception {
        assertThat(reader.sees()).isEqualTo(run.department().deliveries().size() - 1);
        assertThat(reader.sights())
                .hasSizeGreaterThan(run.department().deliveries().size() / 2);
        for (var sight : reader.sights()) {
            var delivery = run.department().deliveries().get(sight.number());
            if (delivery == null) {
                throw new AssertionError("saw a delivery that never was: " + sight);
            }
            assertThat(sight.read()).as("%s", sight).isAfter(run.closedAt(delivery));
        }
    }
}
