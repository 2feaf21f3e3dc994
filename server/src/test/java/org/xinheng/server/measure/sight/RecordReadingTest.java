package org.xinheng.server.measure.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xinheng.core.measure.MeasureCatalogue;
import org.xinheng.core.policy.Policy;
import org.xinheng.packs.PackLoader;
import org.xinheng.packs.PackLoading;
import org.xinheng.server.archive.RecordMark;
import org.xinheng.server.archive.RecordVersion;

/** What of a record version is kept for checks, and which versions are not kept at all. */
class RecordReadingTest {

    private static final String PENALTY = "administrative-penalty";
    private static final String AUTHORITY = "11990101MB00000001";
    private static final Policy POLICY = national();
    private static final RecordReading READING = new RecordReading(POLICY, MeasureCatalogue.of(POLICY));

    private static Policy national() {
        try {
            Path packs = Path.of(System.getProperty("xinheng.home", "..")).resolve("policy-packs");
            return switch (PackLoader.load(packs, "national")) {
                case PackLoading.Loaded loaded -> loaded.policy();
                case PackLoading.Faulty faulty ->
                    throw new IllegalStateException(faulty.faults().toString());
            };
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> penalty(String kinds, @Nullable String fineWan) {
        Map<String, String> values = new HashMap<>(Map.of(
                "CF_WSH", "示市监罚〔2026〕7号",
                "CF_CFLB", kinds,
                "CF_YJ", "《甲法》第一条",
                "CF_JDRQ", "2026-05-06",
                "CF_YXQ", "2027-05-06",
                "CF_CFJG", "示例市市场监督管理局",
                "CF_CFJGDM", AUTHORITY,
                "CF_ZT", "1"));
        if (fineWan != null) {
            values.put("CF_NR_FK", fineWan);
        }
        return values;
    }

    private static RecordVersion version(String type, Map<String, String> values, String gate) {
        return new RecordVersion(
                "abcdefghijklmnopqrstuvwxyz",
                17,
                4,
                3,
                type,
                values,
                LocalDate.of(2026, 5, 6),
                AUTHORITY,
                AUTHORITY,
                null,
                gate,
                "",
                "severe",
                null,
                false,
                Instant.EPOCH,
                Instant.EPOCH,
                9,
                false);
    }

    @Test
    void keepsWhatAReceiptSaysAndNothingMore() {
        KnownRecord record = READING.read(version(PENALTY, penalty("罚款;吊销许可证件", "300"), "shown"))
                .orElseThrow();

        assertThat(record.ground().kinds()).containsExactly("罚款", "吊销许可证件");
        assertThat(record.ground().fineYuan()).isEqualByComparingTo(new BigDecimal("3000000"));
        assertThat(record.ground().decidedOn()).isEqualTo("2026-05-06");
        assertThat(record.ground().lastDay())
                .as("a penalty weighs on after its own end")
                .isNull();
        assertThat(record.label().address()).isEqualTo("abcdefghijklmnopqrstuvwxyz");
        assertThat(record.label().number()).isEqualTo("示市监罚〔2026〕7号");
        assertThat(record.authority()).isEqualTo(new KnownRecord.Body(AUTHORITY, "示例市市场监督管理局"));
        assertThat(record.severity()).isEqualTo("severe");
        assertThat(record.version()).isEqualTo(3);
    }

    @Test
    void whetherThePublicSeesItDoesNotMatterButWhatTheGateHoldsIsNoGround() {
        assertThat(READING.read(version(PENALTY, penalty("吊销许可证件", null), "not-shown")))
                .isPresent();
        assertThat(READING.read(version(PENALTY, penalty("吊销许可证件", null), "held")))
                .isEmpty();
    }

    @Test
    void anActThatNoLongerHoldsIsNoGround() {
        Map<String, String> ended = penalty("吊销许可证件", null);
        ended.put("CF_ZT", "2");

        assertThat(READING.read(version(PENALTY, ended, "not-shown"))).isEmpty();
    }

    @Test
    void whatNoMeasureCouldRestOnIsNotKept() {
        assertThat(READING.read(version(PENALTY, penalty("罚款", "199.9999"), "shown")))
                .isEmpty();
        assertThat(READING.read(version(PENALTY, penalty("警告", null), "not-shown")))
                .isEmpty();
        assertThat(READING.read(version("administrative-permit", Map.of(), "shown")))
                .isEmpty();
        assertThat(READING.read(version("77", penalty("吊销许可证件", null), "shown")))
                .as("a type that the pack no longer knows")
                .isEmpty();
        assertThat(READING.read(version(PENALTY, Map.of(), "shown")))
                .as("erased")
                .isEmpty();
    }

    @Test
    void aListingEndsWithItsTerm() {
        Map<String, String> listing = Map.of(
                "YZ_WSH", "示市监列〔2026〕1号",
                "YZ_LY", "市场监管",
                "YZ_LRRQ", "2026-05-06",
                "YZ_QXZ", "2027-05-05",
                "YZ_JG", "示例市市场监督管理局",
                "YZ_JGDM", AUTHORITY);

        KnownRecord record =
                READING.read(version("severe-list", listing, "shown")).orElseThrow();

        assertThat(record.ground().lastDay()).isEqualTo("2027-05-05");
        assertThat(record.ground().kinds()).isEqualTo(List.of("市场监管"));
    }

    @Test
    void whatRepeatsIsKeptOnce() {
        KnownRecord one =
                READING.read(version(PENALTY, penalty("吊销许可证件", null), "shown")).orElseThrow();
        KnownRecord other =
                READING.read(version(PENALTY, penalty("吊销许可证件", null), "shown")).orElseThrow();

        assertThat(other.authority()).isSameAs(one.authority());
        assertThat(other.ground().kinds()).isSameAs(one.ground().kinds());
        assertThat(other.ground().decidedOn()).isSameAs(one.ground().decidedOn());
    }

    @Test
    void whatIsWithheldOrScreenedCarriesNoMeasureFromItsFirstDayOn() {
        LocalDate first = LocalDate.of(2026, 6, 20);
        KnownRecord record =
                READING.read(version(PENALTY, penalty("吊销许可证件", null), "shown")).orElseThrow();
        var disputed = new RecordMark(RecordMark.Kind.DISPUTED, "objection-1", first, "");
        var withheld = new RecordMark(RecordMark.Kind.WITHHELD, "objection-1", first, "");

        assertThat(marked(record, disputed).usable(first)).isTrue();
        assertThat(marked(record, withheld).usable(first.minusDays(1))).isTrue();
        assertThat(marked(record, withheld).usable(first)).isFalse();
    }

    private static KnownRecord marked(KnownRecord record, RecordMark mark) {
        return new KnownRecord(
                record.ground(),
                record.authority(),
                record.severity(),
                record.version(),
                record.label(),
                List.of(mark));
    }
}
