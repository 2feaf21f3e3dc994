package org.xinheng.core.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A million near-valid codes against the slow reading of the standards; replay with {@code -Dseed=}. */
class RandomCodesTests {

    private static final String SET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String[] PREFIXES = TestTables.PREFIXES.split(" ");
    private static final String[] REGIONS = TestTables.REGIONS.split(" ");

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final CodeReader reader = TestTables.reader();

    @Test
    void millionRandomUsccsAgreeWithTheSlowReading() {
        Map<Verdict, Integer> seen = new EnumMap<>(Verdict.class);
        for (int i = 0; i < 1_000_000; i++) {
            String code = nearValid();
            CodeFinding finding = reader.read(code);
            if (finding.has(CodeReason.RESIDENT_ID_NUMBER)) {
                if (!SlowCodes.residentHolds(code)) {
                    throw new AssertionError(code + " is no identity number, seed " + seed);
                }
                continue;
            }
            if (finding.verdict() != SlowCodes.uscc(code)
                    || (finding.verdict() != Verdict.INVALID
                            && finding.has(CodeReason.INNER_ORGANISATION_CODE) == SlowCodes.innerHolds(code))) {
                throw new AssertionError(code + " was found " + finding + ", seed " + seed);
            }
            seen.merge(finding.verdict(), 1, Integer::sum);
        }
        assertThat(seen)
                .as("seed %d", seed)
                .hasSize(3)
                .allSatisfy((verdict, count) -> assertThat(count).isGreaterThan(10_000));
    }

    @Test
    void randomRegistrationNumbersAgreeWithTheSlowReading() {
        int valid = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder number = new StringBuilder();
            for (int digit = 0; digit < 15; digit++) {
                number.append((char) ('0' + random.nextInt(10)));
            }
            CodeFinding finding = reader.read(number.toString());
            boolean holds = SlowCodes.registrationHolds(number.toString());
            if (holds != (finding.verdict() == Verdict.VALID)) {
                throw new AssertionError(number + " was found " + finding + ", seed " + seed);
            }
            valid += holds ? 1 : 0;
        }
        assertThat(valid).as("seed %d", seed).isBetween(15_000, 25_000);
    }

    @Test
    void everySingleWrongCharacterIsNoticed() {
        for (int i = 0; i < 2_000; i++) {
            String code = valid();
            int at = 8 + random.nextInt(10);
            char other = SET.charAt(random.nextInt(31));
            String changed = code.substring(0, at) + other + code.substring(at + 1);
            assertThat(reader.read(changed).verdict() == Verdict.VALID)
                    .as("%s from %s, seed %d", changed, code, seed)
                    .isEqualTo(changed.equals(code));
        }
    }

    private String valid() {
        StringBuilder code = new StringBuilder("91").append(REGIONS[random.nextInt(REGIONS.length)]);
        while (code.length() < 17) {
            code.append(SET.charAt(random.nextInt(31)));
        }
        return code.append(Uscc.checkCharacter(code)).toString();
    }

    private String nearValid() {
        StringBuilder code = new StringBuilder(PREFIXES[random.nextInt(PREFIXES.length)])
                .append(REGIONS[random.nextInt(REGIONS.length)]);
        while (code.length() < 16) {
            code.append(SET.charAt(random.nextInt(31)));
        }
        code.append(random.nextBoolean() ? OrganisationCode.checkDigit(code.substring(8, 16)) : anyCharacter());
        code.append(random.nextBoolean() ? Uscc.checkCharacter(code) : anyCharacter());
        if (random.nextInt(10) == 0) {
            code.setCharAt(random.nextInt(18), "IOSVZ*#/.,_(".charAt(random.nextInt(12)));
        }
        return code.toString();
    }

    private char anyCharacter() {
        return SET.charAt(random.nextInt(31));
    }
}
