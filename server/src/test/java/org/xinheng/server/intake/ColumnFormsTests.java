package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.record.Finding;
import org.xinheng.server.intake.xlsx.RawWorkbook;

/** Columns by code or by name and in any order, optional ones, those of persons, and the layout of 2015. */
class ColumnFormsTests extends RiggedIntake {

    private static final RecordType PENALTY =
            IntakeRig.NATIONAL.recordType(IntakeRig.PENALTY).orElseThrow();

    @Test
    void takesCodesNamesAndAliasesMixedInAnyOrder() throws Exception {
        long seed = Long.getLong("seed", 20260610L);
        var random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            var table = shuffled(PenaltyFile.of(base, 2).table(), random);
            table.set(
                    0,
                    table.getFirst().stream()
                            .map(column -> spelt(column, random))
                            .toList());
            var delivery = deliver(table);

            assertThat(delivery.findings())
                    .as("seed %d: %s", seed, table.getFirst())
                    .isEmpty();
            assertThat(delivery.layout()).isEqualTo("2018");
            assertThat(delivery.counts().accepted() + delivery.counts().unchanged())
                    .isEqualTo(2);
        }
        assertThat(value(base, "CF_WSH")).isEqualTo(PenaltyFile.number(base));
    }

    private static List<List<String>> shuffled(List<List<String>> table, Random random) {
        var order = new ArrayList<Integer>();
        for (int i = 0; i < table.getFirst().size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        var shuffled = new ArrayList<List<String>>();
        table.forEach(row -> shuffled.add(order.stream().map(row::get).toList()));
        return shuffled;
    }

    /** The code, the Chinese name or an alias, with widths, brackets, case and blanks as they come. */
    private static String spelt(String column, Random random) {
        var field = PENALTY.field(column).orElseThrow();
        var spellings = new ArrayList<>(field.aliases());
        spellings.add(field.name());
        spellings.add(field.title().zh());
        var spelling = spellings.get(random.nextInt(spellings.size()));
        return switch (random.nextInt(4)) {
            case 0 -> spelling.replace('(', '（').replace(')', '）');
            case 1 -> " " + spelling.toLowerCase(java.util.Locale.ROOT) + "\u3000";
            case 2 -> spelling.replace("_", " _ ");
            default -> spelling;
        };
    }

    @Test
    void takesAFileWithoutTheColumnsThatMayBeAbsent() throws Exception {
        var absent = PENALTY.fields().stream()
                .filter(Field::optional)
                .map(Field::name)
                .toList();
        assertThat(absent).contains("CF_FR_ZJLX", "CF_FR_ZJHM", "CF_XDR_ZJLX", "CF_XDR_ZJHM");
        var delivery = deliver(withoutColumns(PenaltyFile.of(base, 2).table(), absent));

        assertThat(delivery.counts().accepted()).isEqualTo(2);
    }

    @Test
    void takesTheOptionalColumnsOfOurOwn() throws Exception {
        var file = PenaltyFile.of(base, 2)
                .set(0, "CF_SXCD", "一般")
                .set(0, "CF_CXLX", "普通")
                .set(0, "CF_XFTZRQ", "2026/6/5")
                .set(0, "CF_ZT", "1");
        var delivery = deliver(file.table());

        assertThat(delivery.counts().accepted()).isEqualTo(2);
        assertThat(value(base, "CF_XFTZRQ")).isEqualTo("2026-06-05");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CF_XDR_SFZH", "居民身份证号", "自然人证件号码", "CF_FR_SFZH", "法定代表人身份证号"})
    void takesColumnsOfPersonsWhenTheyAreBlank(String column) throws Exception {
        var table = renamed(column.contains("FR_") || column.startsWith("法定") ? "CF_FR_ZJHM" : "CF_XDR_ZJHM", column);

        assertThat(deliver(table).counts().accepted()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"CF_XDR_SFZH, CF_XDR_ZJHM, 1", "CF_FR_SFZH, CF_FR_ZJHM, 0"})
    void leavesOutAPersonAndDropsARepresentativesNumber(String column, String field, int outOfScope) throws Exception {
        var table = renamed(field, column);
        var row = new ArrayList<>(table.get(2));
        row.set(table.getFirst().indexOf(column), Residents.NUMBER);
        table.set(2, row);
        var delivery = deliver(table);

        assertThat(delivery.counts()).isEqualTo(new RowCounts(2, 2 - outOfScope, 0, 0, 0, outOfScope));
    }

    private List<List<String>> renamed(String from, String to) {
        var table = new ArrayList<>(PenaltyFile.of(base, 2).table());
        table.set(
                0,
                table.getFirst().stream()
                        .map(column -> column.equals(from) ? to : column)
                        .toList());
        return table;
    }

    @Test
    void takesSheetsThatEachHaveAnOrderOfTheirOwn() throws Exception {
        var second = shuffled(PenaltyFile.of(base + 10, 3).table(), new Random(1));
        var book = PenaltyFile.of(base, 2).workbook().sheet("空白", "").sheet("补报", RawWorkbook.texts(second));
        var delivery = deliver(book.bytes());

        assertThat(delivery.counts().accepted()).isEqualTo(5);
        assertThat(delivery.sheets()).extracting(Delivery.Sheet::name).containsExactly("数据", "补报");
        var last = rig.receipts(delivery).getLast().row();
        assertThat(delivery.placeOf(last)).isEqualTo(new Delivery.Place("补报", 4));
    }

    /** Codes _2 and _3 stand the other way round in 2015; kinds and states are digits. */
    @Test
    void readsTheLayoutOf2015AsWhatItMeans() throws Exception {
        var table = Layouts2015.full(
                base, Map.of("CF_XDR_ZDM", "123456788", "CF_XDR_GSDJ", "990101000000018", "CF_CFLB2", "", "CF_ZT", ""));
        var delivery = deliver(table.bytes());

        assertThat(delivery.layout()).isEqualTo("2015");
        assertThat(delivery.counts().accepted())
                .as("%s", rig.receipts(delivery))
                .isEqualTo(2);
        assertThat(value(base, "CF_CFLB")).isEqualTo("警告;罚款");
        assertThat(value(base, "CF_ZT")).isEqualTo("1");
        assertThat(value(base, "CF_NR")).isEqualTo("罚款人民币50000元，警告。");
        assertThat(value(base + 1, "CF_XDR_ZZJG")).isEqualTo("123456788");
        assertThat(value(base + 1, "CF_XDR_GSZC")).isEqualTo("990101000000018");
    }

    @ParameterizedTest
    @CsvSource({"CF_ZT, 1, 已撤销", "CF_ZT, 2, 有异议", "CF_ZT, 3, 其他", "CF_CFLB1, 5, 行政拘留", "CF_CFLB1, 6, 其他"})
    void refusesValuesOf2015ThatMeanNothingNow(String column, String value, String said) throws Exception {
        var delivery = deliver(Layouts2015.full(base, Map.of(column, value)).bytes());

        assertThat(delivery.counts()).isEqualTo(new RowCounts(2, 1, 0, 0, 1, 0));
        assertThat(rig.receipts(delivery).getLast().findings()).first().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(RowFault.NOT_OF_THIS_LAYOUT.code());
            assertThat(finding.facts().get("zh")).contains(said);
            FindingWords.requireSaid(finding);
        });
    }

    @Test
    void leavesOutAPersonOf2015() throws Exception {
        var delivery = deliver(
                Layouts2015.full(base, Map.of("CF_XDR_SFZ", Residents.NUMBER)).bytes());

        assertThat(delivery.counts()).isEqualTo(new RowCounts(2, 1, 0, 0, 0, 1));
    }

    /** Every finding about a cell names its field, so that the clerk finds the column. */
    @Test
    void tellsAllFaultsOfARowAtOnce() throws Exception {
        var file = PenaltyFile.of(base, 1)
                .set(0, "CF_JDRQ", "2026/02/30")
                .set(0, "CF_WSH", "")
                .set(0, "CF_NR_FK", "五万");
        var delivery = deliver(file.table());

        assertThat(rig.receipts(delivery).getFirst().findings())
                .extracting(Finding::field)
                .containsExactlyInAnyOrder("CF_JDRQ", "CF_WSH", "CF_NR_FK");
    }

    private static List<List<String>> withoutColumns(List<List<String>> table, List<String> columns) {
        UnaryOperator<List<String>> kept = row -> {
            var cells = new ArrayList<String>();
            for (int i = 0; i < row.size(); i++) {
                if (!columns.contains(table.getFirst().get(i))) {
                    cells.add(row.get(i));
                }
            }
            return cells;
        };
        return table.stream().map(kept).toList();
    }

    private Delivery deliver(List<List<String>> table) throws Exception {
        var text = new StringBuilder();
        table.forEach(row -> text.append(String.join(",", row)).append('\n'));
        return deliver(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Delivery deliver(byte[] bytes) throws Exception {
        return rig.deliver(IntakeRig.order(), new ByteArrayInputStream(bytes));
    }

    private String value(int organisation, String field) {
        var code = PenaltyFile.code(organisation);
        var subject =
                Objects.requireNonNull(rig.register.subjects(List.of(code)).get(code));
        return Objects.requireNonNull(
                rig.archive().currentOf(subject.id()).getFirst().values().get(field));
    }
}
