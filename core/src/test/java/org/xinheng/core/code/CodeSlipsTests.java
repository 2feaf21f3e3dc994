package org.xinheng.core.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whoever slips once is shown the code that was meant. */
class CodeSlipsTests {

    private static final int CODES = 300;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    private String code() {
        StringBuilder first = new StringBuilder("91990101");
        while (first.length() < Uscc.LENGTH - 1) {
            first.append(Uscc.CHARACTERS.charAt(random.nextInt(Uscc.CHARACTERS.length())));
        }
        return first.append(Uscc.checkCharacter(first)).toString();
    }

    private static String with(String code, int at, char other) {
        return code.substring(0, at) + other + code.substring(at + 1);
    }

    @Test
    void oneWrongCharacterAndTwoThatChangedPlacesLeadBack() {
        for (int i = 0; i < CODES; i++) {
            String meant = code();
            int at = random.nextInt(Uscc.LENGTH - 1);
            String wrong = with(meant, at, Uscc.CHARACTERS.charAt(random.nextInt(Uscc.CHARACTERS.length())));
            String swapped = with(with(meant, at, meant.charAt(at + 1)), at + 1, meant.charAt(at));
            for (String written : new String[] {wrong, swapped}) {
                if (!written.equals(meant)) {
                    assertThat(CodeSlips.of(written))
                            .as("%s for %s, -Dseed=%d", written, meant, seed)
                            .contains(meant)
                            .doesNotContain(written)
                            .hasSizeLessThanOrEqualTo(35)
                            .allMatch(code -> Uscc.of(code).checkHolds());
                }
            }
        }
    }

    @Test
    void whatHasNoShapeHasNoSlips() {
        assertThat(CodeSlips.of("")).isEmpty();
        assertThat(CodeSlips.of("91990101MA000")).isEmpty();
        assertThat(CodeSlips.of("9199010IMA0000001X")).isEmpty();
    }
}
