package org.xinheng.core.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResidentIdTests {

    private static final String NUMBER = "110101199003070011";

    @Test
    void allThreeTestsMustHold() {
        assertThat(ResidentId.matches(NUMBER)).isTrue();
        assertThat(ResidentId.matches(withCheck("16010119900307001")))
                .as("no such province")
                .isFalse();
        assertThat(ResidentId.matches(withCheck("11010119900230001")))
                .as("30 February")
                .isFalse();
        assertThat(ResidentId.matches(withCheck("11010119901307001")))
                .as("month 13")
                .isFalse();
        assertThat(ResidentId.matches(withCheck("11010116900307001")))
                .as("year 1690")
                .isFalse();
        assertThat(ResidentId.matches("110101199003070012")).as("check digit").isFalse();
        assertThat(ResidentId.matches(withCheck("11010120000229001")))
                .as("leap day")
                .isTrue();
    }

    @Test
    void checkCharacterAgreesWithTheSlowReading() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            String number = "440301%04d%02d%02d%03d"
                    .formatted(
                            1930 + random.nextInt(90),
                            1 + random.nextInt(12),
                            1 + random.nextInt(28),
                            random.nextInt(1000));
            String full = number + "0123456789X".charAt(random.nextInt(11));
            if (ResidentId.matches(full) != SlowCodes.residentHolds(full)) {
                throw new AssertionError(full + ", seed " + seed);
            }
        }
        assertThat(SlowCodes.residentHolds(NUMBER)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "张某，身份证110101199003070011，男",
                "110101 19900307 0011",
                "110101-19900307-0011",
                "１１０１０１１９９００３０７００１１",
                "ID:110101199003070011;",
                "第3号 110101199003070011"
            })
    void foundInFreeText(String text) {
        int at = ResidentId.find(text, 0);

        assertThat(at).isNotNegative();
        assertThat(ResidentId.endAt(text, at)).isPositive();
        assertThat(text.substring(at, ResidentId.endAt(text, at)).replaceAll("[ -]", ""))
                .hasSize(18);
        assertThat(ResidentId.find(text, at + 1)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1110101199003070011",
                "1101011990030700112",
                "11010119900307001",
                "文号 2026 第 110101 号",
                "91110000600037341L",
                ""
            })
    void notFoundInsideLongerNumbersOrElsewhere(String text) {
        assertThat(ResidentId.find(text, 0)).isEqualTo(-1);
    }

    @Test
    void letterXEndsANumberInEitherCase() {
        String body = "11010119900307";
        String withX = null;
        for (int sequence = 0; withX == null; sequence++) {
            String number = withCheck(body + "%03d".formatted(sequence));
            withX = number.endsWith("X") ? number : null;
        }
        assertThat(ResidentId.matches(withX)).isTrue();
        assertThat(ResidentId.matches(withX.replace('X', 'x'))).isTrue();
        assertThat(ResidentId.find("号" + withX.replace('X', 'ｘ') + "止", 0)).isEqualTo(1);
    }

    @Test
    void olderFormIsKnownByProvinceAndDate() {
        assertThat(ResidentId.matchesOlderForm("110101900307001")).isTrue();
        assertThat(ResidentId.matchesOlderForm("110101901307001")).isFalse();
        assertThat(ResidentId.matchesOlderForm("100000900307001")).isFalse();
        assertThat(ResidentId.matchesOlderForm("320321NA000228X")).isFalse();
    }

    static String withCheck(String first17) {
        for (char check : "0123456789X".toCharArray()) {
            if (SlowCodes.residentHolds(first17 + check)) {
                return first17 + check;
            }
        }
        throw new IllegalArgumentException(first17);
    }
}
