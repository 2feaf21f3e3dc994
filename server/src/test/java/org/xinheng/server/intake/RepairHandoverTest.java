package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.casework.Presented;
import org.xinheng.server.casework.desk.Repairs;
import org.xinheng.server.casework.desk.Repairs.Application;

/** A repair is handed over to the window once, however many ask for it. */
class RepairHandoverTest extends RepairServer {

    @Autowired
    Repairs repairs;

    @Test
    void theSameFormHandsARepairOverOnce() throws Exception {
        today(earliest());
        var window = new Actor("window-clerk", Actor.Kind.CLERK, null, Set.of(Permission.QUERY_AT_WINDOW));
        var papers = new Repairs.Papers("缴款凭证", "信用承诺书", new Presented(Presented.Kind.LICENCE, "副本1号"));

        var first = repairs.handOver(window, address, papers, "form-" + base);
        var again = repairs.handOver(window, address, papers, "form-" + base);

        assertThat(first).isInstanceOf(Application.HandedOver.class).isEqualTo(again);
        assertThat(sql.sql("SELECT count(*) FROM casework.handover WHERE record_key = :record")
                        .param("record", address)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    /** Whether the organisation presses twice or the window asks for it too; only when no push comes may it be tried again. */
    @Test
    void whileAPushIsAwaitedAnotherFormHandsNothingOver() throws Exception {
        today(earliest());
        var window = new Actor("window-clerk", Actor.Kind.CLERK, null, Set.of(Permission.QUERY_AT_WINDOW));
        var party =
                new Actor("own-" + base, Actor.Kind.CLERK, null, PenaltyFile.code(base), Set.of(Permission.OWN_FILE));
        var papers = new Repairs.Papers("缴款凭证", "信用承诺书", new Presented(Presented.Kind.LICENCE, "副本1号"));

        List<Application> told;
        try (var both = Executors.newFixedThreadPool(2)) {
            var start = new CountDownLatch(1);
            var asked = Stream.of(party, window)
                    .map(actor -> both.submit(() -> {
                        start.await();
                        return repairs.handOver(actor, address, papers, actor.name() + "-" + base);
                    }))
                    .toList();
            start.countDown();
            told = List.of(asked.get(0).get(), asked.get(1).get());
        }

        assertThat(told.getFirst()).isInstanceOf(Application.HandedOver.class).isEqualTo(told.getLast());
        var pushed = push("XY-" + base, day().toString());
        assertThat(push("XY-TWICE-" + base, day().toString()).status())
                .as("one case about a record")
                .isEqualTo(409);
        assertThat(step("market", pushed.text("id"), 2, "decline", "reason", "材料不齐。")
                        .status())
                .isEqualTo(200);
        var again = repairs.handOver(party, address, papers, "again-" + base);
        assertThat(again).as("a case has followed on the first").isNotEqualTo(told.getFirst());
        today(day().plusDays(1).toString());
        var waiting = repairs.handOver(party, address, papers, "waiting-" + base);
        assertThat(repairs.handOver(window, address, papers, "too-" + base)).isEqualTo(waiting);
        today(day().plusDays(1).toString());
        closedAtTheWindow();
        again = repairs.handOver(party, address, papers, "after-" + base);
        assertThat(again).as("the window has closed the last").isNotEqualTo(waiting);
        today(day().plusDays(60).toString());
        assertThat(repairs.handOver(party, address, papers, "late-" + base))
                .as("no push came within its period")
                .isInstanceOf(Application.HandedOver.class)
                .isNotEqualTo(again);
    }

    private void closedAtTheWindow() throws Exception {
        var closing = object("applicationNumber", "XY-GONE-" + base, "record", address, "closedOn", day().toString())
                .replace("}", ",\"granted\":false}");
        assertThat(post("window", "/api/v1/repairs/closings", closing).status()).isEqualTo(200);
    }
}
