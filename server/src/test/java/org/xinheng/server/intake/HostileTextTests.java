package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.record.CellOutput;
import org.xinheng.core.record.Finding;

/** Markup, SQL and formulas are text; a person's number in a text is gone before anything is stored. */
class HostileTextTests extends RiggedIntake {

    private static final RecordType PENALTY =
            IntakeRig.NATIONAL.recordType(IntakeRig.PENALTY).orElseThrow();

    static Stream<String> payloads() {
        return Stream.of(
                "<script>alert(1)</script><b onclick=x()>",
                "'; DROP TABLE archive.version; --",
                "\\' OR 1=1 /* $$ :id ${jndi:ldap://127.0.0.1/a} {0}",
                "=HYPERLINK(\"http://127.0.0.1\")",
                "+1+cmd",
                "-2+3",
                "@SUM(1)",
                "{{7*7}} %s %n \\u0041");
    }

    /** One row for each column that takes a payload; every other row answers in the payload's own column. */
    @ParameterizedTest
    @MethodSource("payloads")
    void storesItAsTextOrRefusesItInItsColumn(String payload) throws Exception {
        var fields = PenaltyFile.COLUMNS.stream()
                .map(column -> PENALTY.field(column).orElseThrow())
                .toList();
        var file = PenaltyFile.of(base, fields.size());
        for (int i = 0; i < fields.size(); i++) {
            file.set(i, fields.get(i).name(), payload);
        }
        for (var bytes : List.of(file.bytes(), file.workbook().bytes())) {
            var delivery = rig.deliver(IntakeRig.order(), new ByteArrayInputStream(bytes));
            assertThat(delivery.counts().answered()).isEqualTo(fields.size());
            var receipts = rig.receipts(delivery);
            for (int i = 0; i < fields.size(); i++) {
                requireHarmless(fields.get(i), receipts.get(i), payload, base + i);
            }
        }
    }

    private void requireHarmless(Field field, RowReceipt receipt, String payload, int organisation) {
        var stored = field.type() == Field.FieldType.TEXT && field.privacy() != Field.Privacy.DROPPED;
        if (field.privacy() == Field.Privacy.PERSON_MARK) {
            assertThat(receipt.outcome()).as(field.name()).isEqualTo(RowOutcome.OUT_OF_SCOPE);
        } else if (field.privacy() == Field.Privacy.DROPPED || stored) {
            assertThat(receipt.outcome())
                    .as("%s %s", field.name(), receipt)
                    .isIn(RowOutcome.ACCEPTED, RowOutcome.UNCHANGED);
            assertThat(valueOf(organisation, field)).isEqualTo(stored ? payload : null);
        } else if (receipt.outcome() == RowOutcome.ACCEPTED || receipt.outcome() == RowOutcome.UNCHANGED) {
            // An older number is evidence: a doubtful one is kept as text, with a warning.
            assertThat(receipt.findings())
                    .as(field.name())
                    .extracting(Finding::code)
                    .contains("code.older-suspect");
            assertThat(valueOf(organisation, field)).isEqualTo(payload);
        } else {
            assertThat(receipt.outcome()).as("%s %s", field.name(), receipt).isEqualTo(RowOutcome.REFUSED);
            assertThat(receipt.findings()).extracting(Finding::field).containsOnly(field.name());
            var given = Objects.requireNonNull(receipt.cells()[PENALTY.fields().indexOf(field)]);
            assertThat(CellOutput.neutralise(given).charAt(0)).isNotIn('=', '+', '-', '@');
        }
    }

    private @Nullable String valueOf(int organisation, Field field) {
        var code = PenaltyFile.code(organisation);
        var subject =
                Objects.requireNonNull(rig.register.subjects(List.of(code)).get(code));
        var records = rig.archive().currentOf(subject.id());
        return records.getFirst().values().get(field.name());
    }

    @Test
    void masksAPersonsNumberInEveryFreeTextAndCountsIt() throws Exception {
        var free = PENALTY.fields().stream()
                .filter(field -> field.privacy() == Field.Privacy.FREE_TEXT)
                .filter(field -> field.role() != Field.Role.SUBJECT_OLDER_CODE)
                .toList();
        assertThat(free).hasSizeGreaterThan(5);
        var file = PenaltyFile.of(base, free.size());
        for (int i = 0; i < free.size(); i++) {
            file.set(i, free.get(i).name(), "经查" + Residents.NUMBER + "属实");
        }
        for (var bytes : List.of(file.bytes(), file.workbook().bytes())) {
            var delivery = rig.deliver(IntakeRig.order(), new ByteArrayInputStream(bytes));
            assertThat(delivery.masked()).isEqualTo(free.size());
            assertThat(delivery.counts().accepted() + delivery.counts().unchanged())
                    .isEqualTo(free.size());
            for (int i = 0; i < free.size(); i++) {
                assertThat(valueOf(base + i, free.get(i)))
                        .as(free.get(i).name())
                        .startsWith("经查")
                        .doesNotContain(Residents.NUMBER.substring(0, 14));
            }
        }
    }

    /** A refused row goes back to its source: without the numbers that were in it. */
    @Test
    void givesARefusedRowBackWithoutAPersonsNumber() throws Exception {
        var columns = new ArrayList<>(PenaltyFile.COLUMNS);
        columns.removeAll(List.of("CF_XDR_LB", "CF_XDR_SHXYM", "CF_XDR_MC", "CF_XDR_ZJLX", "CF_XDR_ZJHM", "CF_JDRQ"));
        var file = PenaltyFile.of(base, columns.size());
        for (int i = 0; i < columns.size(); i++) {
            file.set(i, columns.get(i), "证" + Residents.NUMBER).set(i, "CF_JDRQ", "2026/02/30");
        }
        for (var bytes : List.of(file.bytes(), file.workbook().bytes())) {
            var delivery = rig.deliver(IntakeRig.order(), new ByteArrayInputStream(bytes));
            assertThat(delivery.counts().refused()).isEqualTo(columns.size());
            assertThat(rig.receipts(delivery)).allSatisfy(receipt -> {
                assertThat(String.join("|", nonNull(receipt.cells()))).doesNotContain(Residents.NUMBER);
                assertThat(receipt.findings().toString()).doesNotContain(Residents.NUMBER);
            });
        }
    }

    private static List<String> nonNull(@Nullable String[] cells) {
        return Stream.of(cells).filter(Objects::nonNull).toList();
    }
}
