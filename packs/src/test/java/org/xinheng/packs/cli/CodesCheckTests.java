package org.xinheng.packs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesCheckTests {

    private static final String HEADER = "code,normalised,kind,verdict,reason";
    private static final String VALID = "91110000600037341L,91110000600037341L,uscc,VALID,";

    @TempDir
    private Path folder;

    @Test
    void oneRowForEachLineInOrderWithBlankLines() {
        Run run = Run.withInput("""
                91110000600037341L

                91350100M0001TGQXM
                d2143569-x
                110108012660422
                3201002107868
                ９１１１００００６０００３７３４１ｌ
                5E110000MA0TE5T08A
                91110000*00037341
                """, "codes", "check", "-");

        assertThat(run.lines())
                .containsExactly(
                        HEADER,
                        VALID,
                        ",,unknown,INVALID,blank",
                        "91350100M0001TGQXM,91350100M0001TGQXM,uscc,CHECKSUM_MISMATCH,",
                        "d2143569-x,D2143569X,organisation-code,VALID,",
                        "110108012660422,110108012660422,registration-15,VALID,",
                        "3201002107868,3201002107868,registration-13,VALID,no-check-digit",
                        "９１１１００００６０００３７３４１ｌ,91110000600037341L,uscc,VALID,",
                        "5E110000MA0TE5T08A,5E110000MA0TE5T08A,uscc,INVALID,prefix",
                        "91110000*00037341,91110000*00037341,unknown,INVALID,length;character");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("共 9 行：有效 5，校验码不符 1，无效 3");
    }

    @Test
    void exitsWithZeroWhenAllAreValid() {
        assertThat(Run.withInput("91110000600037341L\n91110108551385082Q", "codes", "check", "-"))
                .satisfies(run -> assertThat(run.lines()).hasSize(3))
                .extracting(Run::exit)
                .isEqualTo(0);
        assertThat(Run.withInput("", "codes", "check", "-").lines()).containsExactly(HEADER);
    }

    @Test
    void byteOrderMarkAndCarriageReturnsAreNoPartOfACode() {
        Run run = Run.withInput("\uFEFF91110000600037341L\r\n\r\n91110000600037341L\r\n", "codes", "check", "-");

        assertThat(run.lines()).containsExactly(HEADER, VALID, ",,unknown,INVALID,blank", VALID);
    }

    @Test
    void linesLongerThanAnyBufferAreAnswered() {
        String longLine = "9".repeat(200_000);
        Run run = Run.withInput(longLine + "\n91110000600037341L\n" + longLine, "codes", "check", "-");

        assertThat(run.lines()).hasSize(4).contains(VALID);
        assertThat(run.lines().getLast()).isEqualTo(longLine + "," + longLine + ",unknown,INVALID,length");
    }

    @Test
    void linesOnEveryBorderOfTheBufferStayWhole() {
        for (int length : new int[] {65_533, 65_534, 65_535, 65_536, 65_537}) {
            String first = "9".repeat(length);
            Run run = Run.withInput(first + "\r\n91110000600037341L\r\n", "codes", "check", "-");
            assertThat(run.lines()).hasSize(3).contains(VALID);
            assertThat(run.lines().get(1)).startsWith(first + ",");
        }
    }

    @Test
    void whatIsNoUtf8IsAnsweredToo() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("统一社会信用代码\n".getBytes("GB18030"));
        bytes.write("91110000600037341L\n".getBytes(StandardCharsets.UTF_8));
        Run run = Run.with(bytes.toByteArray(), "codes", "check", "-");

        assertThat(run.lines()).hasSize(3).contains(VALID);
    }

    @Test
    void commasAndQuotesInALineAreQuoted() {
        Run run = Run.withInput("a,\"b\"\n", "codes", "check", "-");

        assertThat(run.lines().get(1)).isEqualTo("\"a,\"\"b\"\"\",\"A,\"\"B\"\"\",unknown,INVALID,length;character");
    }

    @Test
    void columnOfACsvFileIsReadByItsHeaderWithQuotedFields() throws IOException {
        Path file = write(
                "\uFEFF名称,统一社会信用代码,备注\r\n\"某,公司\",91110000600037341L,\"两行\n备注\"\r\n无代码\r\n\r\n乙,\"91110000\n600037341L\",\r\n");
        Run run = Run.of("codes", "check", file.toString(), "--column", "统一社会信用代码");

        assertThat(run.out())
                .isEqualTo(HEADER + "\n" + VALID + "\n,,unknown,INVALID,blank\n,,unknown,INVALID,blank\n"
                        + "\"91110000\n600037341L\",91110000600037341L,uscc,VALID,\n");
        assertThat(run.exit()).isEqualTo(1);
    }

    @Test
    void quotesNeverClosedAreASentenceAndNotASilentEnd() throws IOException {
        Path file = write("code,name\n91110000600037341L,\"never closed\n91110108551385082Q,x\n");
        Run run = Run.of("codes", "check", file.toString(), "--column", "code");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains(file.toString());
    }

    @Test
    void wrongUseIsASentenceAndNothingOnStandardOutput() throws IOException {
        Path file = write("code,code\n1,2\n");

        assertRefused(Run.of("codes", "check", folder.resolve("没有.csv").toString()), "找不到文件");
        assertRefused(Run.of("codes", "check", folder.toString()), "找不到文件");
        assertRefused(Run.of("codes", "check", file.toString(), "--column", "名称"), "没有名为“名称”的列");
        assertRefused(Run.of("codes", "check", file.toString(), "--column", "code"), "多列");
        assertRefused(Run.of("codes", "check"), "缺少参数");
        assertRefused(Run.of("codes", "check", "-", "--nonsense"), "--nonsense");
        assertRefused(Run.of("codes", "check", "-", "--pack", "atlantis"), "atlantis");
        assertRefused(Run.of("codes"), "codes check");
        assertRefused(Run.of(), "用法");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--lang=en", "--lang"})
    void englishOnRequest(String option) {
        String[] arguments = option.equals("--lang")
                ? new String[] {"--lang", "en", "codes", "check", "/nowhere"}
                : new String[] {"codes", "check", "/nowhere", "--lang=en"};

        assertThat(Run.of(arguments).err()).startsWith("File \"/nowhere\" is not there");
    }

    private static void assertRefused(Run run, String words) {
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(words).doesNotContain("Exception");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("代码 文件.csv"), text);
    }
}
