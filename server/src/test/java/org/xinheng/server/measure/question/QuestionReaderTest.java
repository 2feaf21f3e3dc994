package org.xinheng.server.measure.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.core.policy.Policy;
import org.xinheng.packs.PackLoader;
import org.xinheng.packs.PackLoading;
import org.xinheng.server.measure.CheckText;
import org.xinheng.server.measure.Question;
import org.xinheng.server.web.RowId;
import org.xinheng.testkit.code.CodeMint;

/** What is a question in order, and what is refused without being kept. */
class QuestionReaderTest {

    private static final String CODE = CodeMint.uscc("91", "990101", 7);
    private static final Policy POLICY = national();

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

    private static QuestionReader on(String day) {
        return new QuestionReader(
                () -> POLICY, Clock.fixed(Instant.parse(day + "T04:00:00Z"), ZoneId.of("Asia/Shanghai")));
    }

    private static Reading read(@Nullable String code, String purpose) {
        return on("2026-06-10").read(new CheckForm(code, "government-procurement", purpose, "1", "post"));
    }

    private static CheckText fault(Reading reading) {
        Reading.Faulty faulty = (Reading.Faulty) reading;
        assertThat(faulty.faults()).hasSize(1);
        return faulty.faults().getFirst().text();
    }

    @Test
    void textIsStrippedAndTheCodeNormalised() {
        Reading reading = on("2026-06-10")
                .read(new CheckForm(
                        " " + CODE.toLowerCase(java.util.Locale.ROOT),
                        " government-procurement ",
                        "　审查 ",
                        "\t1\n",
                        " post "));

        Question question = ((Reading.InOrder) reading).question();
        assertThat(question.code().normalised()).isEqualTo(CODE);
        assertThat(question.matter().id()).isEqualTo("government-procurement");
        assertThat(question.purpose()).isEqualTo("审查");
        assertThat(question.caseNumber()).isEqualTo("1");
        assertThat(question.operator()).isEqualTo("post");
    }

    @Test
    void boundsAreThoseThatAreSaid() {
        assertThat(read(CODE, "甲".repeat(200))).isInstanceOf(Reading.InOrder.class);
        assertThat(fault(read(CODE, "甲".repeat(201)))).isEqualTo(CheckText.FAULT_LONG);
        assertThat(fault(read("9".repeat(64), "x"))).isEqualTo(CheckText.FAULT_CODE);
        assertThat(fault(read("9".repeat(65), "x"))).isEqualTo(CheckText.FAULT_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\u0085b", "a\uD842b", "\uDFB7x", "a\uD842"})
    void controlCharactersAndHalvesAreRefused(String purpose) {
        assertThat(fault(read(CODE, purpose))).isEqualTo(CheckText.FAULT_CHARACTER);
    }

    @Test
    void wholeCharactersOutsideTheBasicPlaneAreText() {
        assertThat(read(CODE, "𠮷野家审查")).isInstanceOf(Reading.InOrder.class);
    }

    @ParameterizedTest
    @CsvSource({
        "11010519491231002X, FAULT_CODE_IDENTITY",
        "１１０１０５ 19491231 002ｘ, FAULT_CODE_IDENTITY",
        "110105491231004, FAULT_CODE_IDENTITY",
        "张三, FAULT_CODE",
        "91990101OI00000001, FAULT_CODE"
    })
    void whatIsNoCodeOfAnOrganisationIsRefused(String code, CheckText expected) {
        assertThat(fault(read(code, "审查"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"查11010519491231002X", "1101 05194912 31002x", "１１０１０５１９４９１２３１００２Ｘ"})
    void anIdentityNumberInAnyTextIsRefused(String purpose) {
        assertThat(fault(read(CODE, purpose))).isEqualTo(CheckText.FAULT_IDENTITY);
    }

    @Test
    void codesWhoseDigitFailsAndOlderNumbersAreCodes() {
        assertThat(read(CODE.substring(0, 17) + (CODE.endsWith("1") ? "2" : "1"), "x"))
                .isInstanceOf(Reading.InOrder.class);
        assertThat(read("1234567890123", "x")).isInstanceOf(Reading.InOrder.class);
    }

    @ParameterizedTest
    @CsvSource({"2015-02-28, false", "2015-03-01, true"})
    void aMatterIsOneThatIsInForce(String day, boolean inForce) {
        Reading reading = on(day).read(new CheckForm(CODE, "government-procurement", "x", "1", "post"));

        assertThat(reading instanceof Reading.InOrder).isEqualTo(inForce);
        assertThat(on(day).matters(java.time.LocalDate.parse(day)).stream()
                        .anyMatch(matter -> matter.id().equals("government-procurement")))
                .isEqualTo(inForce);
    }

    @Test
    void faultsComeBeforeTheMatter() {
        assertThat(on("2026-06-10").read(new CheckForm(CODE, "none", "x", "1", "post")))
                .isInstanceOf(Reading.NoSuchMatter.class);
        assertThat(on("2026-06-10").read(new CheckForm(null, "none", "x", "1", "post")))
                .isInstanceOf(Reading.Faulty.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0, true",
        "9223372036854775807, true",
        "9223372036854775808, false",
        "'', false",
        "-1, false",
        "1x, false"
    })
    void aReceiptsNumberIsDigits(String written, boolean number) {
        assertThat(RowId.read(written).isPresent()).isEqualTo(number);
    }
}
