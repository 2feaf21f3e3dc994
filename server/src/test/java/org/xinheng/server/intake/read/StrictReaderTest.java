package org.xinheng.server.intake.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.server.intake.Samples;

/** The encoding of a file is found however late it shows, and never half right. */
class StrictReaderTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void findsTheEncodingWhenTheFirstCharacterComesAfterAMegabyte(String charset) throws IOException {
        var text = "code,note\n" + "990101,plain\n".repeat(100_000) + "990101,示例市甲商贸有限公司\n";

        assertThat(read(text.getBytes(Charset.forName(charset)))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {65_533, 65_534, 65_535, 65_536, 65_537, 16_382, 16_383, 16_384})
    void findsTheEncodingAtTheEdgeOfABuffer(int before) throws IOException {
        var text = "x".repeat(before) + "中文𠮷字\n".repeat(20_000);

        assertThat(read(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
        assertThat(read(text.getBytes(GB18030))).isEqualTo(text);
    }

    /** Names outside GBK take four bytes in GB18030. */
    @Test
    void readsCharactersOfFourBytes() throws IOException {
        var text = "名称,代码\n北海天趣㙍有限公司,1\n示例市𠮷祥䶮商行,2\n";

        assertThat(read(text.getBytes(GB18030))).isEqualTo(text);
        assertThat(read(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"联通", "联通,公司", "示例市第1商贸有限公司", "甲", "·联通·"})
    void readsShortTextsOfGb18030(String text) throws IOException {
        assertThat(read((text + "\n").getBytes(GB18030))).isEqualTo(text + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"甲", "A·B", "3×5", "±0.5", "示例·公司", "𠮷"})
    void readsShortTextsOfUtf8(String text) throws IOException {
        assertThat(read((text + "\n").getBytes(StandardCharsets.UTF_8))).isEqualTo(text + "\n");
    }

    @Test
    void readsCharacterByCharacter() throws IOException {
        var text = "甲𠮷乙𠮷";
        try (var reader = new StrictReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            var read = new StringBuilder();
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                read.append((char) c);
            }
            assertThat(read.toString()).isEqualTo(text);
        }
    }

    @Test
    void readsTheSameHoweverTheBytesArrive() throws IOException {
        var random = new Random(7);
        var text = "示例市联通路商贸有限公司𠮷,a\n".repeat(5_000);
        for (var charset : new Charset[] {StandardCharsets.UTF_8, GB18030}) {
            var bytes = text.getBytes(charset);
            var dripping = new ByteArrayInputStream(bytes) {
                @Override
                public synchronized int read(byte[] target, int from, int length) {
                    return super.read(target, from, Math.min(length, 1 + random.nextInt(700)));
                }
            };
            assertThat(read(dripping)).isEqualTo(text);
        }
    }

    @Test
    void refusesGb18030BehindUtf8() throws IOException {
        assertThat(code(join(
                        "名称,代码\n示例市甲商贸有限公司,1\n".getBytes(StandardCharsets.UTF_8), "示例市乙商贸有限公司,2\n".getBytes(GB18030))))
                .isEqualTo("file.encoding-mixed");
        assertThat(code(join(
                        "示例市甲商贸有限公司,1\n".repeat(1000).getBytes(StandardCharsets.UTF_8),
                        "示例市乙商贸有限公司,2\n".getBytes(GB18030))))
                .isEqualTo("file.encoding-broken");
    }

    /** Nearly every pair of bytes is a character of GB18030: the decoder alone would store 绀轰緥甯 for a name. */
    @Test
    void refusesUtf8BehindGb18030() throws IOException {
        var begin = "名称,代码\n" + "示例市甲商贸有限公司,1\n".repeat(30_000);
        for (var end : new String[] {"\n", "", "\n示例市丙商贸有限公司,3\n"}) {
            assertThat(code(join(
                            begin.getBytes(GB18030),
                            "示例市乙商贸有限公司,2".getBytes(StandardCharsets.UTF_8),
                            end.getBytes(GB18030))))
                    .isEqualTo("file.encoding-mixed");
        }
    }

    @Test
    void refusesLoneSurrogates() {
        var utf8 = new byte[] {'a', (byte) 0xE7, (byte) 0x94, (byte) 0xB2, (byte) 0xED, (byte) 0xA0, (byte) 0x80, '\n'};
        assertThat(code(utf8)).isEqualTo("file.encoding-broken");
    }

    @Test
    void refusesACharacterThatIsCut() {
        for (var charset : new Charset[] {StandardCharsets.UTF_8, GB18030}) {
            var bytes = "名称,代码\n示例市甲商贸有限公𠮷".getBytes(charset);
            var cut = java.util.Arrays.copyOf(bytes, bytes.length - 1);
            assertThat(code(cut)).as("%s", charset).isEqualTo("file.encoding-broken");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void refusesUtf16WithoutAMark(String charset) {
        var text = "name,code\n" + "示例市甲商贸有限公司,990101\n".repeat(10);

        assertThat(code(text.getBytes(Charset.forName(charset)))).isEqualTo("file.encoding-utf16");
    }

    @Test
    void leavesSingleNulsToTheRows() throws IOException {
        assertThat(read("a,b\n1,\0\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("a,b\n1,\0\n");
    }

    /** Each line of the real register by itself, and its head: a short file must be read right or not at all. */
    @Test
    void readsEveryNameOfTheRegisterInBothEncodings() throws IOException {
        for (var line : Files.readAllLines(Samples.require("org_register_sample.csv"))) {
            var name = line.substring(0, line.indexOf(','));
            assertThat(read(name.getBytes(StandardCharsets.UTF_8))).isEqualTo(name);
            assertThat(read(name.getBytes(GB18030))).isEqualTo(name);
        }
    }

    private static byte[] join(byte[]... parts) throws IOException {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.write(part);
        }
        return all.toByteArray();
    }

    private static String code(byte[] bytes) {
        return catchThrowableOfType(FileRefused.class, () -> read(bytes))
                .findings()
                .getFirst()
                .code();
    }

    private static String read(byte[] bytes) throws IOException {
        return read(new ByteArrayInputStream(bytes));
    }

    private static String read(InputStream in) throws IOException {
        try (var reader = new StrictReader(in)) {
            var text = new StringBuilder();
            var chars = new char[8192];
            for (int count = reader.read(chars, 0, chars.length);
                    count >= 0;
                    count = reader.read(chars, 0, chars.length)) {
                text.append(chars, 0, count);
            }
            return text.toString();
        }
    }
}
