package org.xinheng.packs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.xinheng.core.policy.DeadlineRule;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.core.policy.GateRules;
import org.xinheng.core.policy.Instruments;
import org.xinheng.core.policy.ListRule;
import org.xinheng.core.policy.Measure;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.RiskRules;

/** What a clerk changes in a file changes in the policy: no period, bound or name stands anywhere else. */
class AlteredPackTest extends CopiedPacks {

    private static final Pattern DAYS = Pattern.compile("(\\n    days: )(\\d+)");
    private static final Pattern PERIOD = Pattern.compile(
            "\\b(longest|earliest-repair|lasting|not-before|look-back|least-data): (\\d+) (day|month|year)s?");
    private static final Pattern YUAN = Pattern.compile("(fine-up-to|fine-from-yuan): (\\d+)");
    private static final Pattern POINTS = Pattern.compile("(\\n        points: )(-?\\d+)");
    private static final Pattern PERCENT = Pattern.compile("percent: \\{A: (\\d+), B: (\\d+)");
    private static final Pattern GRADE = Pattern.compile("(\\}, from: )([1-9]\\d*)(?=[,}])");
    private static final Pattern TITLE = Pattern.compile("title: \\{zh: ([^,}]+),");
    /** Marks that are Chinese names of columns, which this test renames. */
    private static final Pattern CHINESE_MARK = Pattern.compile("(?m)(?<=^    marks: .{0,400})(, )\\p{IsHan}+\\d?");

    private static final int MORE = 11;

    @Test
    void followsEveryPeriodAndBound() throws IOException {
        Policy before = PackLoaderTest.load(packs, "demo-city");
        try (var files = Files.walk(packs)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                PackCopy.change(file, AlteredPackTest::alter);
            }
        }
        Policy after = PackLoaderTest.load(packs, "demo-city");

        Map<String, String> old = numbers(before);
        Map<String, String> altered = numbers(after);
        assertThat(old).hasSizeGreaterThan(200);
        assertThat(altered.keySet()).isEqualTo(old.keySet());
        old.forEach((id, value) -> assertThat(altered.get(id)).as(id).isNotEqualTo(value));
        assertThat(after.version()).isNotEqualTo(before.version());
    }

    private static String alter(String text) {
        String days = DAYS.matcher(text).replaceAll(m -> m.group(1) + (Integer.parseInt(m.group(2)) + MORE));
        String periods = PERIOD.matcher(days)
                .replaceAll(m -> m.group(1) + ": " + (Integer.parseInt(m.group(2)) + MORE) + " " + m.group(3) + "s");
        String yuan = YUAN.matcher(periods).replaceAll(m -> m.group(1) + ": " + (Long.parseLong(m.group(2)) + MORE));
        String points = POINTS.matcher(yuan).replaceAll(m -> m.group(1) + further(Integer.parseInt(m.group(2))));
        String grades = GRADE.matcher(points).replaceAll(m -> m.group(1) + (Integer.parseInt(m.group(2)) + MORE));
        return PERCENT.matcher(grades)
                .replaceAll(m -> "percent: {A: " + (Integer.parseInt(m.group(1)) + MORE) + ", B: "
                        + (Integer.parseInt(m.group(2)) + MORE));
    }

    /** What an adverse record takes may grow, but never become a merit. */
    private static int further(int points) {
        return points < 0 ? points - MORE : points + MORE;
    }

    private static Map<String, String> numbers(Policy policy) {
        Map<String, String> numbers = new TreeMap<>();
        policy.deadlines()
                .values()
                .forEach(table ->
                        table.editions().forEach(rule -> numbers.put(rule.rule().id(), Integer.toString(rule.days()))));
        for (GateRules gate : policy.gates().values()) {
            for (GateRules.WindowTable table : gate.windows().editions()) {
                table.byClass().forEach((id, window) -> {
                    numbers.put(
                            table.rule().id() + "/" + id + "/longest",
                            window.longest().toString());
                    numbers.put(
                            table.rule().id() + "/" + id + "/repair",
                            window.earliestRepair().toString());
                });
            }
            for (GateRules.SimplifiedBound bound : gate.simplified().editions()) {
                numbers.put(bound.rule().id(), bound.fineUpToYuan().toPlainString());
            }
        }
        for (Measure measure : policy.measures()) {
            Period lasting = measure.trigger().lasting();
            numbers.put(measure.id() + "/lasting", lasting.toString());
            BigDecimal fine = measure.trigger().fineFromYuan();
            if (fine != null) {
                numbers.put(measure.id() + "/fine", fine.toPlainString());
            }
        }
        instruments(policy.instruments(), numbers);
        return numbers;
    }

    private static void instruments(Instruments instruments, Map<String, String> numbers) {
        for (ListRule list : instruments.lists().values()) {
            if (list.term().longest() != null) {
                numbers.put(list.rule().id() + "/longest", list.term().longest().toString());
            }
            if (list.term().early() != null) {
                numbers.put(
                        list.rule().id() + "/not-before",
                        list.term().early().notBefore().toString());
            }
        }
        for (EvaluationModel model : instruments.evaluations().values()) {
            numbers.put(
                    model.rule().id() + "/least-data", model.scope().leastData().toString());
            for (EvaluationModel.Grade grade : model.grades()) {
                if (grade.from() > 0) {
                    numbers.put(model.rule().id() + "/" + grade.id(), Integer.toString(grade.from()));
                }
            }
            for (EvaluationModel.Dimension dimension : model.dimensions()) {
                for (EvaluationModel.Indicator indicator : dimension.indicators()) {
                    String id = indicator.rule().id();
                    numbers.put(id + "/look-back", indicator.source().lookBack().toString());
                    if (indicator.ceiling() == null) {
                        numbers.put(
                                id + "/points",
                                Integer.toString(indicator.weight().points()));
                    }
                }
            }
        }
        for (RiskRules.Ratios ratios :
                requireNonNull(instruments.risk()).ratios().editions()) {
            numbers.put(
                    ratios.rule().id() + "/A", String.valueOf(ratios.percent().get("A")));
        }
    }

    @Test
    void followsEveryName() throws IOException {
        Policy before = PackLoaderTest.load(packs, "demo-city");
        try (var files = Files.walk(packs)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                PackCopy.change(
                        file,
                        text -> TITLE.matcher(CHINESE_MARK.matcher(text).replaceAll(""))
                                .replaceAll(m -> "title: {zh: " + m.group(1).replace("\"", "") + "（改）,"));
            }
        }
        change(
                "demo-city/place.yaml",
                text -> text.replace("澜衡市发展和改革委员会", "澜衡市营商环境建设监督局").replace("信衡·澜衡市", "信衡·别处"));
        Policy after = PackLoaderTest.load(packs, "demo-city");

        assertThat(after.rules()).hasSameSizeAs(before.rules());
        assertThat(after.rules())
                .filteredOn(rule -> !rule.title().zh().endsWith("（改）"))
                .isEmpty();
        assertThat(after.place().leadAuthority().zh()).isEqualTo("澜衡市营商环境建设监督局");
        assertThat(after.place().platform().zh()).startsWith("信衡·别处");
        for (RecordType type : after.recordTypes().values()) {
            assertThat(type.fields()).allMatch(field -> field.title().zh().endsWith("（改）"));
        }
    }

    @Test
    void aPlaceReplacesOneRuleAndKeepsTheOthers() throws IOException {
        change("demo-city/deadlines.yaml", text -> text + """
                  - id: withdrawal
                    title: {zh: 撤回（本地）, en: Withdrawal here}
                    from: 2021-07-15
                    basis: {document: 《澜衡市社会信用条例》（虚构）, article: 第四十二条, level: local-regulation}
                    confidence: proposed
                    days: 1
                    unit: working-days
                """);
        Policy city = PackLoaderTest.load(packs, "demo-city");
        DeadlineRule withdrawal =
                requireNonNull(city.deadlines().get("withdrawal")).editions().getFirst();

        assertThat(withdrawal.days()).isEqualTo(1);
        assertThat(withdrawal.rule().place()).startsWith("demo-city/deadlines.yaml:");
        assertThat(requireNonNull(city.deadlines().get("publication"))
                        .editions()
                        .getFirst()
                        .rule()
                        .place())
                .startsWith("national/deadlines.yaml:");
    }
}
