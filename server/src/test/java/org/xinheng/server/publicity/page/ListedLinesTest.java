package org.xinheng.server.publicity.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.server.archive.PublicRecords;
import org.xinheng.server.organisation.InMemoryOrganisations;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.publicity.DemoCity;
import org.xinheng.server.publicity.InMemoryPublicRecords;
import org.xinheng.server.publicity.SampleRecords;
import org.xinheng.server.web.Formats;
import org.xinheng.testkit.code.CodeMint;

/** What is remembered of lists is true, or it is read again. */
class ListedLinesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final PublicRecords.Filter PENALTIES =
            new PublicRecords.Filter("administrative-penalty", null, null, null, null);

    private final InMemoryPublicRecords records = new InMemoryPublicRecords();
    private final InMemoryOrganisations organisations = new InMemoryOrganisations();
    private LocalDate today = TODAY;
    private ListedLines listed = lines();

    private ListedLines lines() {
        return new ListedLines(new Portal(records, organisations, () -> DemoCity.POLICY, new Today()));
    }

    @BeforeEach
    void fill() {
        SampleRecords.all().forEach(records::add);
        SampleRecords.organisations().forEach(organisations::add);
        listed = lines();
    }

    @Test
    void readsAPageOnceWhileNothingHappens() {
        var first = listed.of(PENALTIES, null);

        assertThat(addresses(first)).contains(SampleRecords.FINE);
        assertThat(listed.of(PENALTIES, null)).isSameAs(first);
        assertThat(listed.of(new PublicRecords.Filter(PENALTIES.type(), null, null, TODAY, null), null))
                .isNotSameAs(first);
    }

    @Test
    void showsNothingThatWasWithdrawnSince() {
        assertThat(addresses(listed.of(PENALTIES, null))).contains(SampleRecords.FINE);

        records.withdraw(SampleRecords.FINE, "已撤回");
        assertThat(addresses(listed.of(PENALTIES, null))).doesNotContain(SampleRecords.FINE);

        records.reinstate(SampleRecords.FINE);
        assertThat(addresses(listed.of(PENALTIES, null))).contains(SampleRecords.FINE);
    }

    @Test
    void showsNothingAfterItsLastDay() {
        var line = listed.of(PENALTIES, null).lines().stream()
                .filter(one -> one.card().version().address().equals(SampleRecords.FINE))
                .findFirst()
                .orElseThrow();
        LocalDate last = Objects.requireNonNull(
                Objects.requireNonNull(line.card().window()).last());

        today = last;
        assertThat(addresses(listed.of(PENALTIES, null))).contains(SampleRecords.FINE);
        today = last.plusDays(1);
        assertThat(addresses(listed.of(PENALTIES, null))).doesNotContain(SampleRecords.FINE);
    }

    @Test
    void asksAgainWhenTheRegisterMoves() {
        var before = listed.of(PENALTIES, null);

        organisations.add(new Organisation(
                99,
                CodeMint.uscc("91", "990101", 99),
                "澜衡市新来商贸有限公司",
                List.of(),
                "企业",
                Organisation.State.EXISTING,
                "990101",
                TODAY,
                List.of(),
                true));

        assertThat(listed.of(PENALTIES, null)).isNotSameAs(before);
    }

    @Test
    void saysNothingWhenTheDatabaseDoesNot() {
        assertThat(addresses(listed.of(PENALTIES, null))).contains(SampleRecords.FINE);

        records.failWith(new IllegalStateException("no database"));

        assertThatThrownBy(() -> listed.of(PENALTIES, null)).hasMessage("no database");
    }

    @Test
    void forgetsTheLeastAskedPages() {
        var first = listed.of(PENALTIES, null);
        IntStream.range(0, 200)
                .mapToObj(TODAY::minusDays)
                .forEach(day -> listed.of(new PublicRecords.Filter(PENALTIES.type(), null, null, day, null), null));

        var again = listed.of(PENALTIES, null);
        assertThat(again).isNotSameAs(first);
        assertThat(again.lines()).isEqualTo(first.lines());
    }

    private static List<String> addresses(ListedLines.Lines lines) {
        return lines.lines().stream()
                .map(line -> line.card().version().address())
                .toList();
    }

    /** Noon of the day of the test. */
    private final class Today extends Clock {

        @Override
        public ZoneId getZone() {
            return Formats.BEIJING;
        }

        @Override
        public Clock withZone(@Nullable ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return today.atTime(12, 0).atZone(Formats.BEIJING).toInstant();
        }
    }
}
