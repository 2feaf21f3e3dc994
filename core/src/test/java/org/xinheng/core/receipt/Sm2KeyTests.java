package org.xinheng.core.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** SM3 and SM2 against the examples of their standards. */
class Sm2KeyTests {

    private static final String HEAD = "3059301306072a8648ce3d020106082a811ccf5501822d03420004";

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static String sm3(String text) {
        return HexFormat.of().formatHex(Sm3.hash(text.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void hashesTheExamplesOfTheStandard() {
        assertThat(sm3("abc")).isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        assertThat(sm3("abcd".repeat(16)))
                .isEqualTo("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
    }

    @Test
    void severalPartsAreHashedAsOne() {
        for (int length = 0; length < 200; length++) {
            byte[] whole = "x".repeat(length).getBytes(StandardCharsets.US_ASCII);
            byte[] first = java.util.Arrays.copyOf(whole, length / 3);
            byte[] rest = java.util.Arrays.copyOfRange(whole, length / 3, length);
            assertThat(Sm3.hash(first, rest)).isEqualTo(Sm3.hash(whole));
        }
    }

    @Test
    void whatIsNoPointOfTheCurveIsNoKey() {
        byte[] off = hex(HEAD + "01".repeat(64));
        assertThat(Sm2Key.isOne(off)).isTrue();
        assertThatThrownBy(() -> Sm2Key.of(off)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Sm2Key.isOne(hex("00".repeat(91)))).isFalse();
        assertThat(Sm2Key.isOne(new byte[0])).isFalse();
    }

    @Test
    void partsOutOfRangeAreNoSignature() {
        // The base point itself: a key that nobody uses, and one that is a key.
        Sm2Key key = Sm2Key.of(hex(HEAD + "32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7"
                + "bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0"));
        assertThat(key.signed(new byte[1], new byte[64])).isFalse();
        assertThat(key.signed(new byte[1], hex("ff".repeat(64)))).isFalse();
        assertThat(key.signed(new byte[1], new byte[63])).isFalse();
        assertThat(key.signed(new byte[1], hex("01".repeat(64)))).isFalse();
    }
}
