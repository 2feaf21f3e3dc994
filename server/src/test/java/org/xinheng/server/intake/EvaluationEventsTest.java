package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.archive.RecordMarks.lifted;
import static org.xinheng.server.archive.RecordMarks.placed;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.core.evaluation.Evaluation;
import org.xinheng.server.archive.Archive.EndResult;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.RecordMark.Kind;
import org.xinheng.server.archive.RecordMarks;
import org.xinheng.server.evaluation.Evaluations;
import org.xinheng.server.evaluation.Evaluations.Said;

/** Whom something befalls is evaluated again, with the answer that the nightly run would give. */
class EvaluationEventsTest extends RecordsServer {

    private static final String MODEL = "enterprise";

    @Autowired
    RecordMarks marks;

    @Autowired
    Evaluations evaluations;

    @BeforeEach
    void registerAndBegin() throws Exception {
        register(Map.of(base, "2015-03-01", base + 1, "2015-03-01"));
        evaluations.follow();
    }

    /** What is said now, which must be what an evaluation of today says, and known up to the archive's last act. */
    private String said(int organisation) {
        evaluations.follow();
        long id = organisation(organisation).id();
        Said said = evaluations.lastSaid(MODEL, id).orElseThrow();
        assertThat(said.day()).isEqualTo(day());
        Evaluation now = evaluations
                .explain(MODEL, organisation(organisation), day())
                .orElseThrow()
                .result();
        String text = switch (now) {
            case Evaluation.Rated rated -> rated.grade().id() + " " + rated.points();
            case Evaluation.NotRated not -> not.why().name();
        };
        assertThat(said.grade() == null ? Objects.toString(said.why()) : said.grade() + " " + said.points())
                .isEqualTo(text);
        return text;
    }

    private void repair(String address) {
        assertThat(archive.end(address, Ending.REPAIRED, "修〔2026〕1号", "", "test"))
                .isInstanceOf(EndResult.Ended.class);
    }

    @Test
    void aRecordAnObjectionARepairAndItsRevocationAreSeenAtOnce() throws Exception {
        deliver(penalties(base, 1));
        String burdened = said(base);
        String address = addressOf(base);

        marks.change(address, List.of(placed(Kind.DISPUTED, "YY-7", day(), "")), "office");
        String disputed = said(base);
        assertThat(disputed).isEqualTo("good 830").isNotEqualTo(burdened);
        marks.change(address, List.of(lifted(Kind.DISPUTED, "YY-7", day())), "office");
        assertThat(said(base)).isEqualTo(burdened);

        repair(address);
        assertThat(said(base)).isEqualTo(disputed);
        marks.restore(address, "撤〔2026〕1号", "修复材料不实", "test");
        assertThat(said(base)).isEqualTo(burdened);
    }

    @Test
    void whatEndsByItsDateIsSeenOnTheDayAfter() throws Exception {
        deliver(penalties(base, 1));
        String burdened = said(base);
        var last = Objects.requireNonNull(
                        archive.currentOf(organisation(base).id()).getFirst().window())
                .last();

        today(Objects.requireNonNull(last).plusDays(1).toString());
        assertThat(said(base)).isNotEqualTo(burdened);
    }

    @Test
    void everyActIsFollowedOnceAndNobodyElseIsEvaluated() throws Exception {
        deliver(penalties(base, 1));
        said(base);
        long before = looks();
        evaluations.follow();
        assertThat(looks()).as("nothing happened since").isEqualTo(before);

        deliver(penalties(base + 1, 1));
        said(base + 1);
        assertThat(looks()).isEqualTo(before + 1);
        assertThat(sql.sql("""
                        SELECT organisations FROM evaluation.followed ORDER BY id DESC LIMIT 1
                        """).query(Integer.class).single()).isEqualTo(1);
        assertThat(evaluations
                        .lastSaid(MODEL, organisation(base).id())
                        .orElseThrow()
                        .position())
                .isLessThan(archive.position().value());
    }

    private long looks() {
        return sql.sql("SELECT count(*) FROM evaluation.followed")
                .query(Long.class)
                .single();
    }

    @Test
    void resultsAreDroppedAfterTheirTime() throws Exception {
        deliver(penalties(base, 1));
        said(base);
        evaluations.dropResultsBefore(Instant.parse("2000-01-01T00:00:00Z"));
        assertThat(evaluations.lastSaid(MODEL, organisation(base).id())).isPresent();
        evaluations.dropResultsBefore(clock.instant().plusSeconds(1));
        assertThat(evaluations.lastSaid(MODEL, organisation(base).id()))
                .as("a run of the night may not have been brought in yet")
                .isPresent();
        today("2026-06-14");
        evaluations.dropResultsBefore(clock.instant());
        assertThat(evaluations.lastSaid(MODEL, organisation(base).id())).isEmpty();
    }
}
