package org.xinheng.packs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaysAddTests {

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-12", "2026/2/12", "20260212", "2026-2-12"})
    void startIsReadInEveryUsualSpelling(String start) {
        assertThat(Run.of("days", "add", start, "7").out()).isEqualTo("2026-02-28\n");
    }

    @Test
    void reasonStandsOnStandardErrorOnly() {
        Run run = Run.of("days", "add", "2026-02-12", "7");

        assertThat(run.exit()).isZero();
        assertThat(run.err())
                .contains("春节 2026-02-15 至 2026-02-23", "2026-02-14", "https://www.gov.cn/")
                .doesNotContain("暂定");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-31,1,2027-01-01 provisional",
        "2026-12-30,1,2026-12-31",
        "2027-05-01,0,2027-05-01",
        "2026-02-28,0,2026-02-28"
    })
    void daysInAYearWithoutNoticeAreProvisional(String start, String days, String answer) {
        Run run = Run.of("days", "add", start, days);

        assertThat(run.out()).isEqualTo(answer + "\n");
        assertThat(run.err().contains("暂定")).isEqualTo(answer.endsWith("provisional"));
    }

    @Test
    void oneLineOutForEachLineIn() {
        Run run = Run.withInput(
                "2026-02-12 7\r\n2026/2/12\t7\n\n2026-02-30 3\n20260212 -1\n2026-12-31 1\n2026-02-12 7 8\n20260930　10",
                "days",
                "add",
                "--stdin");

        assertThat(run.lines())
                .containsExactly(
                        "2026-02-28",
                        "2026-02-28",
                        "error",
                        "error",
                        "error",
                        "2027-01-01 provisional",
                        "error",
                        "2026-10-20");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("第 4 行“2026-02-30 3”", "4 行有误");
    }

    @Test
    void goodLinesEndWithZero() {
        assertThat(Run.withInput("2026-02-12 7\n", "days", "add", "--stdin").exit())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30 1",
                "2026-02-12 -1",
                "2026-02-12 x",
                "2026-02-12 1000000",
                "2026-02-12",
                "0000-01-01 1",
                "2026-02-12 1 2",
                "2026-02-12 --stdin",
                "26-2-12 1"
            })
    void wrongUseEndsWithTwoAndNothingOnStandardOutput(String arguments) {
        Run run = Run.of(("days add " + arguments).split(" "));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isNotBlank().doesNotContain("Exception");
    }
}
