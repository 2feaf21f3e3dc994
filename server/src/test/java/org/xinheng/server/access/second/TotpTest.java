package org.xinheng.server.access.second;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);
    private static final long NEVER = -1;

    /** RFC 6238, appendix B; of its eight digits the last six. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codesAreThoseOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @Test
    void codeIsGoodHalfAMinuteBeforeAndAfterAndNoLonger() {
        Instant now = Instant.ofEpochSecond(1_000_000_020);
        long step = Totp.step(now);
        String code = Totp.code(SECRET, step);
        assertThat(Totp.stepOf(code, SECRET, now, NEVER)).hasValue(step);
        assertThat(Totp.stepOf(code, SECRET, now.plusSeconds(30), NEVER)).hasValue(step);
        assertThat(Totp.stepOf(code, SECRET, now.minusSeconds(30), NEVER)).hasValue(step);
        assertThat(Totp.stepOf(code, SECRET, now.plusSeconds(61), NEVER)).isEmpty();
        assertThat(Totp.stepOf(code, SECRET, now.minusSeconds(61), NEVER)).isEmpty();
    }

    @Test
    void codeIsGoodOnce() {
        Instant now = Instant.ofEpochSecond(1_000_000_020);
        long step = Totp.step(now);
        assertThat(Totp.stepOf(Totp.code(SECRET, step), SECRET, now, step)).isEmpty();
        assertThat(Totp.stepOf(Totp.code(SECRET, step), SECRET, now, step - 1)).hasValue(step);
    }

    /** RFC 4648, chapter 10, without padding. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void secretIsWrittenInBase32(String bytes, String text) {
        assertThat(Totp.text(bytes.getBytes(US_ASCII))).isEqualTo(text);
    }

    @Test
    void whatIsNoCodeIsWrong() {
        Instant now = Instant.ofEpochSecond(1_000_000_020);
        for (String typed : new String[] {"", "1", "abcdef", "１２３４５６", "0".repeat(1_000_000)}) {
            assertThat(Totp.stepOf(typed, SECRET, now, NEVER)).isEmpty();
        }
    }
}
