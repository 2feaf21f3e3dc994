package org.xinheng.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.code.ResidentId;

class FreeTextMaskingTests {

    private static final FreeTextMasking MASKING = FreeTextMasking.of(CodeReader.of(Penalties.Codes.TABLES));

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    private static String masked(String text) {
        return MASKING.mask(text).text();
    }

    /** P stands for a person's identity number, which no source text should hold. */
    private static String withPerson(String text) {
        String person = RowChecking.PERSON;
        return text.replace(
                        "P6 P8 P4", person.substring(0, 6) + " " + person.substring(6, 14) + " " + person.substring(14))
                .replace(
                        "P6-P8-P4", person.substring(0, 6) + "-" + person.substring(6, 14) + "-" + person.substring(14))
                .replace("PWIDE", wide(person))
                .replace("P18", person);
    }

    private static String wide(String digits) {
        StringBuilder wide = new StringBuilder();
        digits.chars().forEach(c -> wide.append((char) (c - '!' + '\uFF01')));
        return wide.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "当事人证件P18。,当事人证件***。",
        "P18,***",
        "(P18),(***)",
        "证件PWIDE号,证件***号",
        "证件P6 P8 P4。,证件***。",
        "证件P6-P8-P4。,证件***。",
        "P18和P18,***和***",
        "P18 P18,*** ***",
        "证件P1801,证件***",
        "IDP18No,ID***No",
        "身份证号：110101900307889,身份证号：***",
        "身份证号码为110101199003078891,身份证号码为***",
        "联系电话13812345678。,联系电话***。",
        "手机 138 1234 5678,手机 ***",
        "手机138-1234-5678,手机***",
        "电话：+86 13812345678,电话：+86 ***",
        "电话8613812345678,电话***",
        "１３８１２３４５６７８,***",
        "电话0832-2345678转,电话***转",
        "电话(010)62345678,电话(***",
        "电话：62345678。,电话：***。",
        "传真02862345678,传真***",
        "甲13812345678、乙13912345678,甲***、乙***",
        "卡号6222021234567890128。,卡号***。",
        "转入6222 0212 3456 7890 128,转入***",
        "账号4111111111111111,账号***",
        "驾驶川A12345小型车,驾驶***小型车",
        "京A·D12345新能源车,***新能源车",
        "粤B1234挂,***",
        "车牌沪A-12345。,车牌***。",
        "住址：测试市江北区建设路12号3栋，系员工,住址：***，系员工",
        "家住测试市城东小区。其后,家住***。其后",
        "户籍地址为某省某市某县某村5组。,户籍地址为***。",
        "户籍某省某市某区,户籍***",
    })
    void personalStretchesAreTakenOut(String text, String expected) {
        assertThat(masked(withPerson(text))).isEqualTo(expected);
        assertThat(MASKING.mask(expected).stretches()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Codes of organisations, with and without region and date in them.
                "统一社会信用代码91110000600037341L",
                "代码911100007812865730",
                "91310115591693856A、91110108551385082Q",
                "注册号110108012660422",
                "组织机构代码60003734-1",
                // Region and date hold, the check digit does not.
                "流水110101199003078890号",
                "110101199002308892",
                "990101199003078891",
                // Numbers of documents and permits.
                "川市监罚〔2026〕20260228001号",
                "测市监处罚〔2026〕5110022026000001号",
                "许可证编号6222021234567890128",
                "食品经营许可证JY15110020012345",
                "（2026）川1002行初123号",
                "京B2-20190001",
                "沪ICP备12345678号",
                "合同编号13812345678",
                "第13812345678号",
                "发票代码4111111111111111",
                // Days, amounts, quantities, times.
                "2026年3月5日至2026年4月2日",
                "2026-03-05 10:15:30",
                "20260305-20260402",
                "罚款13812345678元",
                "货值金额13812345678.50元",
                "共13812345678件",
                "16000000000000万元",
                "0.0123456789",
                "12345678901234567890123456789012345678901234567890",
                // Sixteen digits without Luhn; a card would need it.
                "6222021234567891",
                // Words that are near an address or a plate and are none.
                "违反户籍管理规定",
                "住所：测试市江北区建设路12号",
                "地址：测试市江北区建设路12号",
                "未办理居住登记",
                "新A型设备12345台",
                "云S系统",
                "粤B1234567890",
                "使用无合格证的产品",
                "津贴发放",
                "400-800-1234",
                "12345热线",
            })
    void whatOnlyLooksPersonalSurvives(String text) {
        FreeTextMasking.Masked masked = MASKING.mask(text);
        assertThat(masked.text()).isSameAs(text);
        assertThat(masked.stretches()).isZero();
    }

    @Test
    void digitsOfTheRowsOwnNumbersAreNeitherCardNorPhone() {
        String text = "依据13812345678文书及4111111111111111号证";
        assertThat(MASKING.mask(text, digits -> digits.equals("13812345678")).text())
                .contains("13812345678");
        assertThat(MASKING.mask("见4111111111111111", digits -> true).stretches())
                .isZero();
        assertThat(MASKING.mask("见" + RowChecking.PERSON, digits -> true).stretches())
                .as("an identity number is masked even then")
                .isEqualTo(1);
    }

    @Test
    void stretchesAreCounted() {
        FreeTextMasking.Masked masked = MASKING.mask(withPerson("证件P18，电话13812345678，驾驶川A12345，家住测试市城东小区"));
        assertThat(masked.stretches()).isEqualTo(4);
        assertThat(masked.text()).isEqualTo("证件***，电话***，驾驶***，家住***");
    }

    @Test
    void identityMaskingLeavesOtherDigitsAlone() {
        String text = withPerson("P18 13812345678 4111111111111111");
        assertThat(MASKING.maskIdentity(text).text()).isEqualTo("*** 13812345678 4111111111111111");
    }

    @ParameterizedTest
    @ValueSource(strings = {"法定代表人张三", "当事人：李四，", "当事人张某某于2026年", "负责人为王小明。", "投诉人赵六", "身份证号：", "司机陈某", "证人姓名：周五"})
    void otherPersonsNamesAreTold(String text) {
        assertThat(MASKING.mask(text).names()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "当事人金某商贸有限公司",
                "当事人王家坝食品厂",
                "当事人四川某公司",
                "当事人高新区",
                "负责人未到场",
                "未查验旅客身份证",
                "经营者应当",
                "当事人于2026年",
                "投诉举报",
                "法定代表人变更"
            })
    void whatIsNoNameIsNotTold(String text) {
        assertThat(MASKING.mask(text).names()).isFalse();
    }

    @Test
    void everyIdentityNumberIsFoundWhereverItStands() {
        for (int i = 0; i < 10_000; i++) {
            String person = person();
            String text = filler() + separated(person) + filler();
            String masked = masked(text);
            assertThat(masked).as("seed %d: %s", seed, text).contains(FreeTextMasking.MASK);
            assertThat(bare(masked)).as("seed %d: %s", seed, text).doesNotContain(person);
        }
    }

    @Test
    void maskingTwiceIsMaskingOnceOnAnyText() {
        String[] pieces = {
            "P18",
            "13812345678",
            "0832-2345678",
            "6222021234567890128",
            "川A12345",
            "家住",
            "住址：",
            "户籍",
            "省",
            "市",
            "区",
            "路",
            "号",
            "，",
            "。",
            "）",
            "(",
            ".",
            " ",
            "-",
            "电话",
            "身份证",
            "编号",
            "卡号",
            "第",
            "元",
            "X",
            "A",
            "0",
            "7654321",
            "京",
            "***",
            "*",
            "１",
            "2026年",
            "当事人张三",
            "\n",
            "万",
            "110101900307889"
        };
        for (int i = 0; i < 30_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = 1 + random.nextInt(14);
            for (int j = 0; j < length; j++) {
                text.append(withPerson(pieces[random.nextInt(pieces.length)]));
            }
            String once = masked(text.toString());
            assertThat(masked(once)).as("seed %d: %s", seed, text).isEqualTo(once);
        }
    }

    @Test
    void randomUnicodeIsMaskedWithoutFault() {
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(60);
            for (int j = 0; j < length; j++) {
                int kind = random.nextInt(4);
                text.append((char)
                        (kind == 0
                                ? random.nextInt(65536)
                                : kind == 1 ? '0' + random.nextInt(10) : 0x4E00 + random.nextInt(0x5200)));
            }
            String once = masked(text.toString());
            assertThat(masked(once)).as("seed %d", seed).isEqualTo(once);
        }
    }

    /** Were any step quadratic, a megabyte of it would take hours. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1 ",
                "1-2",
                "户籍",
                "住址",
                "家住市",
                "川A",
                "当事人张",
                "身份证",
                "13812345678 ",
                "13812345678.",
                "(0",
                "X",
                "０ "
            })
    @Timeout(60)
    void timeGrowsWithLengthOnly(String piece) {
        String text = piece.repeat(1_000_000 / piece.length());
        long start = System.nanoTime();
        assertThat(MASKING.mask(text).text()).isNotNull();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(50));
    }

    private String person() {
        int[] provinces = {11, 13, 22, 32, 41, 51, 65};
        String first17 = String.format(
                "%d%04d%04d%02d%02d%03d",
                provinces[random.nextInt(provinces.length)],
                random.nextInt(10_000),
                1940 + random.nextInt(80),
                1 + random.nextInt(12),
                1 + random.nextInt(28),
                random.nextInt(1000));
        String person = first17 + RowChecking.residentCheck(first17);
        assertThat(ResidentId.matches(person)).isTrue();
        return person;
    }

    private String separated(String person) {
        String[] marks = {"", "", " ", "-", "\u3000", "－", " - "};
        StringBuilder text = new StringBuilder();
        String mark = marks[random.nextInt(marks.length)];
        for (int i = 0; i < person.length(); i++) {
            char c = person.charAt(i);
            boolean wide = random.nextInt(8) == 0;
            text.append(wide ? (char) (c - '!' + '\uFF01') : random.nextInt(4) == 0 ? Character.toLowerCase(c) : c);
            if (i < person.length() - 1 && (i == 5 || i == 13 || random.nextInt(12) == 0)) {
                text.append(mark);
            }
        }
        return text.toString();
    }

    private String filler() {
        String[] fillers = {"", "证件", "，", "员工持有", "（", "）", "于2026年3月5日 ", "：", "'", "<b>", "号码", "\n", "No."};
        return fillers[random.nextInt(fillers.length)];
    }

    private static String bare(String text) {
        StringBuilder bare = new StringBuilder();
        for (char c : text.toCharArray()) {
            char narrow = c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - '\uFF01' + '!') : c;
            if (Character.isLetterOrDigit(narrow)) {
                bare.append(Character.toUpperCase(narrow));
            }
        }
        return bare.toString();
    }
}
