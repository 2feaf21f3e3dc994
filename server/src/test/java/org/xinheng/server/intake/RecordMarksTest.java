package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.archive.RecordMarks.lifted;
import static org.xinheng.server.archive.RecordMarks.placed;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.PublicRecords;
import org.xinheng.server.archive.PublicRecords.Sight;
import org.xinheng.server.archive.RecordMark;
import org.xinheng.server.archive.RecordMark.Kind;
import org.xinheng.server.archive.RecordMarks;

/** Marks travel with the record from their position on; what is withheld or screened is not there for the public. */
class RecordMarksTest extends RecordsServer {

    private static final String CASE = "YY-1";

    @Autowired
    RecordMarks marks;

    private String address;

    @BeforeEach
    void deliverOne() throws Exception {
        deliver(penalties(base, 1));
        address = addressOf(base);
    }

    private Sight sight() {
        return publicRecords.find(address, day());
    }

    private List<RecordMark> shown() {
        return ((Sight.Visible) sight()).record().marks();
    }

    private boolean listed() {
        return !publicRecords.ofOrganisation(organisation(base).id(), day()).isEmpty();
    }

    @Test
    void aDisputedRecordIsShownWithItsMarkAndStatementUntilTheMarkIsLifted() {
        var before = archive.position();
        marks.change(
                address,
                List.of(placed(Kind.DISPUTED, CASE, day(), ""), placed(Kind.STATEMENT, CASE, day(), "本公司已整改。")),
                "office");

        assertThat(shown())
                .containsExactly(
                        new RecordMark(Kind.DISPUTED, CASE, day(), ""),
                        new RecordMark(Kind.STATEMENT, CASE, day(), "本公司已整改。"));
        assertThat(archive.changedSince(before).organisations())
                .containsExactly(organisation(base).id());
        assertThat(archive.position().value()).isEqualTo(before.value() + 1);

        marks.change(address, List.of(lifted(Kind.DISPUTED, CASE, day())), "market");
        assertThat(shown()).extracting(RecordMark::kind).containsExactly(Kind.STATEMENT);
        assertThat(marks.standing(address)).isEqualTo(shown());
    }

    @Test
    void whatIsWithheldFromADayOnNeedsNoJobToVanishAndComesBackWhenItIsLifted() {
        marks.change(address, List.of(placed(Kind.WITHHELD, CASE, day().plusDays(3), "")), "office");
        assertThat(sight()).isInstanceOf(Sight.Visible.class);
        var counted = publicRecords.counts(List.of(PENALTY), day().plusDays(2)).getFirst();

        today("2026-06-13");
        assertThat(sight()).isEqualTo(new Sight.Suspended());
        assertThat(listed()).isFalse();
        assertThat(publicRecords.counts(List.of(PENALTY), day()).getFirst()).isEqualTo(counted - 1);
        assertThat(publicRecords
                        .list(new PublicRecords.Filter(PENALTY, null, null, null, null), null, 1000, day())
                        .records())
                .noneMatch(record -> record.address().equals(address));

        marks.change(address, List.of(lifted(Kind.WITHHELD, CASE, day())), "market");
        assertThat(listed()).isTrue();
    }

    @Test
    void twoCasesHoldTheirMarksIndependently() {
        marks.change(address, List.of(placed(Kind.SCREENED, CASE, day(), "")), "market");
        marks.change(address, List.of(placed(Kind.SCREENED, "YY-2", day(), "")), "market");
        marks.change(address, List.of(lifted(Kind.SCREENED, CASE, day())), "market");

        assertThat(sight()).isEqualTo(new Sight.Suspended());
    }

    @Test
    void aRevokedRepairBringsTheRecordBackWithItsHistory() {
        archive.end(address, Ending.REPAIRED, "澜市监修〔2026〕1号", "", "market");
        assertThat(sight()).isEqualTo(new Sight.Gone(null));
        var repaired = archive.position();

        assertThat(marks.restore(address, "澜市监修撤〔2026〕1号", "复查不符合条件", "market"))
                .isInstanceOf(RecordMarks.Result.Done.class);

        assertThat(sight()).isInstanceOf(Sight.Visible.class);
        assertThat(archive.history(address, repaired).orElseThrow().ended()).isNotNull();
        assertThat(archive.history(address, archive.position()).orElseThrow().ended())
                .isNull();
        assertThat(archive.currentOf(organisation(base).id())).hasSize(1);
        // It can be repaired again, and only once at a time.
        assertThat(archive.end(address, Ending.REPAIRED, "澜市监修〔2026〕2号", "", "market"))
                .isInstanceOf(Archive.EndResult.Ended.class);
        assertThat(archive.end(address, Ending.REPAIRED, "澜市监修〔2026〕3号", "", "market"))
                .isInstanceOf(Archive.EndResult.AlreadyEnded.class);
    }

    @Test
    void whatWasMarkedThenIsKnownAtThatPosition() throws Exception {
        marks.change(address, List.of(placed(Kind.WITHHELD, CASE, day(), "")), "office");
        var then = archive.position();
        marks.change(address, List.of(lifted(Kind.WITHHELD, CASE, day())), "market");

        assertThat(archive.history(address, then).orElseThrow().marks())
                .containsExactly(new RecordMark(Kind.WITHHELD, CASE, day(), ""));
        assertThat(archive.history(address, archive.position()).orElseThrow().marks())
                .isEmpty();
        var past = server.get(
                "/api/v1/records/" + address + "/history?ground=" + encoded("行政诉讼调查取证") + "&fileNumber=1&knownAt="
                        + then.value(),
                token("auditor"));
        assertThat(past.body()).contains("\"shown\":false", "\"kind\":\"withheld\"");
    }

    @Test
    void onlyARepairIsRevokedAndNothingIsMarkedThatHasEnded() {
        assertThat(marks.restore(address, "甲〔2026〕1号", "", "market"))
                .isInstanceOf(RecordMarks.Result.NotRepaired.class);
        archive.end(address, Ending.WITHDRAWN, "甲〔2026〕2号", "经复议已经撤销。", "market");

        assertThat(marks.restore(address, "甲〔2026〕3号", "", "market"))
                .isInstanceOf(RecordMarks.Result.NotRepaired.class);
        assertThat(marks.change(address, List.of(placed(Kind.DISPUTED, CASE, day(), "")), "office"))
                .isInstanceOf(RecordMarks.Result.NoSuchRecord.class);
        assertThat(marks.change("aaaaaaaaaaaaaaaaaaaaaaaaaa", List.of(), "office"))
                .isInstanceOf(RecordMarks.Result.NoSuchRecord.class);
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
