package org.xinheng.core.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xinheng.core.code.CodeReason.CHARACTER;
import static org.xinheng.core.code.CodeReason.INNER_ORGANISATION_CODE;
import static org.xinheng.core.code.CodeReason.LENGTH;
import static org.xinheng.core.code.CodeReason.PREFIX;
import static org.xinheng.core.code.CodeReason.RESIDENT_ID_NUMBER;
import static org.xinheng.core.code.CodeReason.UNKNOWN_REGION;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeReaderTests {

    private final CodeReader reader = TestTables.reader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91110000600037341L",
                "91110108551385082Q",
                "91310110666007217T",
                "91310115591693856A",
                "92371000MA3MXH0E3W",
                "91230184MA1BUFLT44",
                "11320100MB1886843H",
                "91320100748204660Q",
                "91320281142232229Q",
                "91360000625912173B",
                "91370400728618604X",
                "91511000MA0TE5T08Q",
                "92511011MA0TE5T08K",
                "93411425MA0TE5T08P",
                "11411400MA0TE5T08Y",
                "12650100MA0TE5T08X",
                "52230382MA0TE5T08R",
                "51220200MA0TE5T08T",
                "31650100MA0TE5T08Y",
                "N2230382MA0TE5T088"
            })
    void publishedCodesAreValid(String code) {
        CodeFinding finding = reader.read(code);

        assertThat(finding).isEqualTo(new CodeFinding(code, code, CodeKind.USCC, Verdict.VALID, List.of()));
        assertThat(finding.uscc()).contains(Uscc.of(code));
    }

    @Test
    void remainderZeroGivesTheCheckCharacterZero() {
        CodeFinding finding = reader.read("911100007812865730");

        assertThat(finding.verdict()).isEqualTo(Verdict.VALID);
        assertThat(Uscc.checkCharacter("91110000781286573")).isEqualTo('0');
    }

    @ParameterizedTest
    @CsvSource({"91350211M00013FA1N,3", "91350100M0001TGQXM,1", "91350211M0000XUF46,R", "91350203M0001FUE2P,J"})
    void lawfulEarlyFujianCodesAreMismatchesNotInvalid(String code, char computed) {
        CodeFinding finding = reader.read(code);

        assertThat(finding.verdict()).isEqualTo(Verdict.CHECKSUM_MISMATCH);
        assertThat(finding.kind()).isEqualTo(CodeKind.USCC);
        assertThat(finding.reasons()).doesNotContain(UNKNOWN_REGION);
        assertThat(finding.uscc())
                .hasValueSatisfying(uscc -> assertThat(uscc.checkHolds()).isFalse());
        assertThat(Uscc.checkCharacter(code.substring(0, 17))).isEqualTo(computed);
    }

    @Test
    void letterInFirstPlaceIsJudgedByTheTableAndTheCheckCharacter() {
        assertThat(reader.read("A1110000600037341L").verdict()).isEqualTo(Verdict.CHECKSUM_MISMATCH);
    }

    @Test
    void regionAndInnerOrganisationCodeOnlyInform() {
        String unknownRegion = withCheck("91990101MA0TE5T08");
        String innerFails = withCheck("91110000MA0TE5T09");

        assertThat(reader.read(unknownRegion).verdict()).isEqualTo(Verdict.VALID);
        assertThat(reader.read(unknownRegion).reasons()).containsExactly(UNKNOWN_REGION);
        assertThat(reader.read(innerFails).verdict()).isEqualTo(Verdict.VALID);
        assertThat(reader.read(innerFails).reasons()).containsExactly(INNER_ORGANISATION_CODE);
        assertThat(reader.read(withCheck("91ABCDEFMA0TE5T09")).reasons())
                .containsExactly(INNER_ORGANISATION_CODE, UNKNOWN_REGION);
    }

    @Test
    void prefixOutsideTheTableIsInvalid() {
        CodeFinding finding = reader.read(withCheck("5E110000MA0TE5T08"));

        assertThat(finding.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(finding.kind()).isEqualTo(CodeKind.USCC);
        assertThat(finding.reasons()).containsExactly(PREFIX);
        assertThat(finding.uscc()).isEmpty();
    }

    @Test
    void severalReasonsStandInTheirOrder() {
        assertThat(reader.read("O1110000600037341I").reasons()).containsExactly(CHARACTER, PREFIX);
        assertThat(reader.read("91110000*00037341").reasons()).containsExactly(LENGTH, CHARACTER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91110000600037341l",
                " 91110000 6000 37341L\t",
                "９１１１００００６０００３７３４１Ｌ",
                "９１１１００００６０００３７３４１ｌ",
                "91110000-60003734-1-L",
                "91110000\u00A0600037341\u3000L\uFEFF",
                "91110000－60003734—1‐L",
                "\u200B91110000\u2212600037341\u2009L\u2028"
            })
    void widthsCaseBlanksAndHyphensDoNotMatter(String raw) {
        CodeFinding finding = reader.read(raw);

        assertThat(finding.raw()).isEqualTo(raw);
        assertThat(finding.normalised()).isEqualTo("91110000600037341L");
        assertThat(finding.verdict()).isEqualTo(Verdict.VALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9111OOOO600037341L", "9I110000600037341L", "91110000600037341i", "9111000060003734ſL"})
    void lookAlikesAreNeverCorrected(String raw) {
        CodeFinding finding = reader.read(raw);

        assertThat(finding.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(finding.reasons()).contains(CHARACTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u3000\u00A0", "--", "\t－"})
    void blanksAreInvalidAndSaySo(String raw) {
        assertThat(reader.read(raw))
                .isEqualTo(new CodeFinding(raw, "", CodeKind.UNKNOWN, Verdict.INVALID, List.of(CodeReason.BLANK)));
    }

    @ParameterizedTest
    @CsvSource({
        "91110000600037341,unknown,length",
        "91110000600037341LL,unknown,length",
        "某市某某有限公司,unknown,length;character",
        "无统一社会信用代码,unknown,character",
        "某市某某某某某某某某某某某某有限公司,unknown,character;prefix",
        "911100**600037341L,uscc,character",
        "320321NA000228X,registration-15,character",
        "14082500A000118,registration-15,character",
        "500011234567A,registration-13,character",
        "D2143569Y,organisation-code,character"
    })
    void malformedCodesAreInvalidWithTheReason(String raw, String kind, String reasons) {
        CodeFinding finding = reader.read(raw);

        assertThat(finding.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(finding.kind().word()).isEqualTo(kind);
        assertThat(finding.reasons()).extracting(CodeReason::word).containsExactly(reasons.split(";"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"D2143569-X", "60003734-1", "55138508-2", "10774368-0", "MA64ND86-2", "d2143569x"})
    void organisationCodesHoldWithAndWithoutHyphen(String raw) {
        CodeFinding finding = reader.read(raw);

        assertThat(finding.kind()).isEqualTo(CodeKind.ORGANISATION_CODE);
        assertThat(finding.verdict()).isEqualTo(Verdict.VALID);
        assertThat(finding.organisationCode())
                .hasValueSatisfying(code -> assertThat(code.value()).hasSize(9));
        assertThat(reader.read("60003734-2").verdict()).isEqualTo(Verdict.CHECKSUM_MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110108012660422",
                "440301103097413",
                "511002100000014",
                "511002600000018",
                "411425400000017",
                "230382000000122",
                "650101100000996"
            })
    void registrationNumbersOf2006Hold(String number) {
        CodeFinding finding = reader.read(number);

        assertThat(finding.kind()).isEqualTo(CodeKind.REGISTRATION_15);
        assertThat(finding.verdict()).isEqualTo(Verdict.VALID);
        assertThat(finding.registrationNumber()).contains(RegistrationNumber.of(number));
        char wrong = number.charAt(14) == '9' ? '0' : (char) (number.charAt(14) + 1);
        assertThat(reader.read(number.substring(0, 14) + wrong).verdict()).isEqualTo(Verdict.CHECKSUM_MISMATCH);
    }

    @Test
    void thirteenDigitsAreAnOlderNumberWithoutCheckDigit() {
        CodeFinding finding = reader.read("3201002107868");

        assertThat(finding.kind()).isEqualTo(CodeKind.REGISTRATION_13);
        assertThat(finding.verdict()).isEqualTo(Verdict.VALID);
        assertThat(finding.reasons()).containsExactly(CodeReason.NO_CHECK_DIGIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"110101199003070011", "110101 19900307 0011", "１１０１０１１９９００３０７００１１", "身份证号：110101199003070011。"})
    void residentsIdentityNumberIsNeverACodeAndIsNotKept(String raw) {
        assertThat(reader.read(raw))
                .isEqualTo(new CodeFinding("", "", CodeKind.UNKNOWN, Verdict.INVALID, List.of(RESIDENT_ID_NUMBER)));
    }

    @Test
    void residentsNumberThatPassesTheCheckOfTheUsccIsStillAResidents() {
        int found = 0;
        for (int sequence = 0; sequence < 1000; sequence++) {
            String number = ResidentIdTests.withCheck("11010119900307%03d".formatted(sequence));
            if (Uscc.hasShape(number) && Uscc.of(number).checkHolds()) {
                found++;
                assertThat(reader.read(number).reasons()).containsExactly(RESIDENT_ID_NUMBER);
            }
        }
        assertThat(found).isPositive();
    }

    @Test
    void olderResidentsNumberIsOneOnlyWhenItIsNoRegistrationNumber() {
        String registration = "11010190030700" + RegistrationNumber.checkDigit("11010190030700");
        char other = registration.charAt(14) == '9' ? '0' : (char) (registration.charAt(14) + 1);

        assertThat(reader.read(registration).kind()).isEqualTo(CodeKind.REGISTRATION_15);
        assertThat(reader.read(registration).verdict()).isEqualTo(Verdict.VALID);
        assertThat(reader.read(registration.substring(0, 14) + other).reasons()).containsExactly(RESIDENT_ID_NUMBER);
    }

    @Test
    void tablesRefuseEntriesThatNoCodeCanHold() {
        assertThatThrownBy(() -> new CodeTables(Map.of("OI", "x"), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CodeTables(Map.of(), Set.of("11010")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String withCheck(String first17) {
        return first17 + Uscc.checkCharacter(first17);
    }
}
