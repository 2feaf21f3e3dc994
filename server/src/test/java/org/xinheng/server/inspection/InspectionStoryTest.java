package org.xinheng.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.core.draw.Bundle;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Role;

/** A body plans, commits, draws and visits; everybody computes it again, and nobody is told too early. */
class InspectionStoryTest extends InspectionServer {

    @Test
    void fromThePlanToABundleThatHolds() throws Bundle.BrokenBundle {
        String path = drawn("story");
        String open = "/inspections/" + id(path);
        assertThat(text(sees(null, open))).contains("已抽取，检查中", VALUE).doesNotContain(codes);
        assertThat(sees(null, "/api/v1/inspections/" + id(path) + "/bundle").getStatus())
                .as("visits are not announced")
                .isEqualTo(404);
        assertThat(text(sees(OFFICER, path))).contains("ZF");

        clock.set("2026-08-06T01:00:00Z");
        for (int no : visits(path)) {
            MockHttpServletResponse entered = sends(
                    OFFICER,
                    path,
                    "act",
                    "result",
                    "no",
                    Integer.toString(no),
                    "day",
                    "2026-08-05",
                    "outcome",
                    "nothing");
            assertThat(entered.getStatus()).as(text(entered)).isEqualTo(303);
        }

        assertThat(text(sees(null, open))).contains("名单和结果已公开", "未发现问题", "/organisations/91990101");
        Bundle bundle = Bundle.read(lines(path, "bundle"));
        assertThat(bundle.check()).isEmpty();
        assertThat(bundle.visits()).hasSameSizeAs(visits(path)).isNotEmpty();
        assertThat(lines(path, "bundle").subList(0, lines(path, "frozen").size()))
                .isEqualTo(lines(path, "frozen"));
        assertThat(text(sees(null, "/api/v1/inspections/verify_draw.py"))).startsWith("#!/usr/bin/env python3");
    }

    @Test
    void theListIsPublicWhenItsPeriodIsOverWhateverTheBodyDoes() {
        String path = drawn("silent");
        clock.set("2026-08-21T01:00:00Z");
        assertThat(text(sees(null, "/inspections/" + id(path)))).contains("检查中");
        clock.set("2026-09-30T01:00:00Z");
        assertThat(text(sees(null, "/inspections/" + id(path)))).contains("名单和结果已公开", "已经逾期");
    }

    @Test
    void eachStepIsTakenOnce() {
        String path = drawn("once");
        assertThat(text(sends(OFFICER, path, "act", "seal"))).contains("每一步只能办理一次");
        assertThat(text(sends(OFFICER, path, "act", "draw", "entropy", "1"))).contains("每一步只能办理一次");
        assertThat(plans("once", "2026-08-05", "2026-08-20").getHeader("Location"))
                .as("the form sent again")
                .isEqualTo(path);
        MockHttpServletResponse other = plans("once", "2026-08-05", "2026-08-21");
        assertThat(other.getStatus()).as("the form sent again with other days").isEqualTo(400);
        assertThat(text(other)).contains("另一份内容不同的计划");
    }

    @Test
    void onlyTheInspectingBodyTakesStepsAndOnlyTheAuditorReadsTheFullBundle() throws Bundle.BrokenBundle {
        String path = drawn("scope");
        assertThat(sees(STRANGER, path).getStatus()).isEqualTo(404);
        assertThat(sends(STRANGER, path, "act", "seal").getStatus()).isEqualTo(404);
        assertThat(sees(OFFICE, path).getStatus()).isEqualTo(403);
        assertThat(sees(AUDITOR, path).getStatus()).isEqualTo(403);

        String full = "/inspections/" + id(path) + "/full-bundle";
        assertThat(sends(OFFICER, full, "purpose", "核对").getStatus()).isEqualTo(403);
        assertThat(sends(OFFICE, full, "purpose", "核对").getStatus()).isEqualTo(403);
        assertThat(sends(AUDITOR, full, "purpose", "").getStatus()).isEqualTo(400);
        MockHttpServletResponse given = sends(AUDITOR, full, "purpose", "专项审计二〇二六");
        assertThat(given.getStatus()).isEqualTo(200);
        Bundle bundle = Bundle.read(List.of(text(given).split("\n")));
        assertThat(bundle.check()).isEmpty();
        assertThat(bundle.annex()).isNotNull();
        assertThat(sql.sql("SELECT count(*) FROM access.read_log WHERE what = 'inspection.full-bundle' AND purpose = ?")
                        .param("专项审计二〇二六 " + id(path))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anOrganisationOpensItsOwnTicketWhenTheVisitsAreOver() {
        String path = drawn("own");
        Actor own =
                new Actor("own", Actor.Kind.CLERK, null, codes.getFirst(), Set.copyOf(Role.ORGANISATION.permissions()));
        assertThat(text(sees(own, "/inspections/own"))).doesNotContain("专项抽查own");
        clock.set("2026-09-30T01:00:00Z");
        assertThat(text(sees(own, "/inspections/own"))).contains("专项抽查own", "open\t", codes.getFirst());
        assertThat(lines(path, "frozen")).anyMatch(line -> line.startsWith("ticket\t"));
    }

    @Test
    void anOrganisationOpensTheTicketsOfEntriesMergedIntoItToo() {
        drawn("merged-own");
        merge(codes.get(1), codes.getFirst());
        Actor own =
                new Actor("own", Actor.Kind.CLERK, null, codes.getFirst(), Set.copyOf(Role.ORGANISATION.permissions()));
        clock.set("2026-09-30T01:00:00Z");
        assertThat(text(sees(own, "/inspections/own"))).contains(codes.getFirst(), codes.get(1));
    }

    @Test
    void whatCannotBeUsedIsSaidBesideItsField() {
        assertThat(text(sends(OFFICER, "/inspections/desk", "title", "", "codes", "91990101MA0000", "first", "8月")))
                .contains("请至少选择一个抽查事项", "没有统一社会信用代码");
        assertThat(text(sends(OFFICER, "/inspections/staff", "number", "13800138000", "serves", "yes")))
                .contains("工号只能由字母、数字和短横组成");
        assertThat(text(sends(OFFICER, planned("wrong"), "act", "fly"))).contains("没有这一步骤");
    }

    /** The second one waits for the first one's transaction and sees nothing of it in its own statement. */
    @Test
    void aFormSentTwiceAtOnceMakesOnePlan() {
        CompletableFuture<MockHttpServletResponse> second = new CompletableFuture<>();
        MockHttpServletResponse first = Objects.requireNonNull(new TransactionTemplate(transactions).execute(_ -> {
            MockHttpServletResponse made = plans("double", "2026-08-05", "2026-08-20");
            Thread.ofVirtual().start(() -> {
                try {
                    second.complete(plans("double", "2026-08-05", "2026-08-20"));
                } catch (AssertionError e) {
                    second.completeExceptionally(e);
                }
            });
            Awaitility.await()
                    .until(() -> sql.sql("SELECT count(*) FROM pg_locks WHERE NOT granted")
                                    .query(Integer.class)
                                    .single()
                            > 0);
            return made;
        }));
        assertThat(first.getStatus()).isEqualTo(303);
        assertThat(second.join().getStatus()).isEqualTo(303);
        assertThat(second.join().getHeader("Location")).isEqualTo(first.getHeader("Location"));
    }
}
