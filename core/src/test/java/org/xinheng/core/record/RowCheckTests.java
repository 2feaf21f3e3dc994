package org.xinheng.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.record.CheckedRow.CodeUse;
import org.xinheng.core.record.Penalties.Codes;

class RowCheckTests extends RowChecking {

    @Test
    void cleanRowIsUsableWithoutAnyWarning() {
        RowVerdict verdict = check.check(Penalties.row());
        assertThat(codes(verdict)).isEmpty();
        CheckedRow row = usable();
        assertThat(row.subjectCode()).isEqualTo(Codes.SUBJECT);
        assertThat(row.subjectName()).isEqualTo("测试市晨光食品有限公司");
        assertThat(row.codeUse()).isEqualTo(CodeUse.ATTACH);
        assertThat(row.decidedOn()).isEqualTo(LocalDate.of(2026, 5, 6));
        assertThat(row.masked()).isZero();
    }

    @Test
    void everyFaultOfARowIsToldAtOnce() {
        assertThat(codes("CF_WSH", null, "CF_JDRQ", "2026/02/30", "CF_NR_FK", "-1", "CF_CFJGDM", "1234"))
                .containsExactlyInAnyOrder("field.required", "date.impossible", "amount.negative", "code.invalid");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-28,2026-02-28",
        "2026/2/28,2026-02-28",
        "2026/02/28,2026-02-28",
        "20260228,2026-02-28",
        "2026年2月28日,2026-02-28",
        "2026 年 2 月 28 日,2026-02-28",
        "2026.2.28,2026-02-28",
        "２０２６－０２－２８,2026-02-28",
        "2026-02-28 00:00:00,2026-02-28",
        "2026-02-28T10:15:30.123,2026-02-28",
        "2024-02-29,2024-02-29",
    })
    void daysAreReadAsPeopleWriteThem(String written, String kept) {
        assertThat(value("CF_JDRQ", written)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "2026/02/30,date.impossible",
        "0000-00-00,date.impossible",
        "2026-13-01,date.impossible",
        "2025-02-29,date.impossible",
        "20261301,date.impossible",
        "2026-02/28,date.form",
        "28/02/2026,date.form",
        "26-2-28,date.form",
        "2026-02-28T10:15:30Z,date.form",
        "46081,date.form",
        "去年,date.form",
        "2026-2,date.form",
        "2026-11-23,date.future",
        "2099-01-31,date.future",
        "1949-09-30,date.too-early",
    })
    void daysThatAreNoneOrCannotBeAreRefused(String written, String code) {
        assertThat(refusal(check.check(Penalties.row("CF_JDRQ", written))).code())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2099/12/31", "2099-01-31", "2199-12-31", "9999-12-31", "长期", "长期有效"})
    void yearsFromTheLongTermYearOnAreKeptAsLongTerm(String written) {
        assertThat(value("CF_YXQ", written)).isEqualTo("2099-12-31");
    }

    @Test
    void dayBeforeItsBoundNamesTheOtherField() {
        Finding finding = refusal(check.check(Penalties.row("CF_YXQ", "2026-05-05")));
        assertThat(finding.code()).isEqualTo("date.before-field");
        assertThat(finding.field()).isEqualTo("CF_YXQ");
        assertThat(finding.facts()).containsEntry("other", "处罚决定日期 CF_JDRQ").containsEntry("earliest", "2026-05-06");
        assertThat(value("CF_YXQ", "2026-05-06")).isEqualTo("2026-05-06");
    }

    @ParameterizedTest
    @CsvSource({
        "5,5",
        "5.0,5",
        "0.500000,0.5",
        "'1,234.5',1234.5",
        "１２．５,12.5",
        "007,7",
        "5万元,5",
        "0.000001,0.000001",
        "999999999999.999999,999999999999.999999",
        "1E-3,0.001",
        "2.9999999999999999E-1,0.3",
        "0.29999999999999999,0.3",
        "0,0",
    })
    void amountsAreKeptPlain(String written, String kept) {
        assertThat(usable("CF_NR_FK", written).values()[Penalties.at("CF_NR_FK")])
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "-1,amount.negative",
        "－1,amount.negative",
        "0.0000001,amount.decimals",
        "1234567890123,amount.too-large",
        "1E1000000000,amount.form",
        "50000元,amount.unit",
        "'1,23',amount.form",
        "'1234,567',amount.form",
        "五万,amount.form",
        "1.2.3,amount.form",
        ".,amount.form",
        "￥5,amount.form",
        "=1+1,amount.form",
    })
    void amountsThatAreNoneAreRefused(String written, String code) {
        assertThat(refusal(check.check(Penalties.row("CF_NR_FK", written))).code())
                .isEqualTo(code);
    }

    @Test
    void amountThatLooksLikeYuanIsAcceptedWithAWarning() {
        assertThat(codes("CF_NR_FK", "1000", "CF_NR", "见决定书")).containsExactly("amount.suspicious");
        assertThat(codes("CF_NR_FK", "999.999999", "CF_NR", "见决定书")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"罚款20000元", "罚款人民币20000元整", "处以罚款：20,000.00元", "罚款２００００元"})
    void fineWhoseTextSaysTheSameNumberInYuanIsAcceptedWithAWarning(String content) {
        assertThat(codes("CF_NR_FK", "20000", "CF_NR", content))
                .containsExactly("amount.suspicious", "amount.yuan-in-text");
        assertThat(codes("CF_NR_FK", "2", "CF_NR", content)).isEmpty();
        assertThat(codes("CF_NR_FK", "20000", "CF_NR", "罚款20000万元")).containsExactly("amount.suspicious");
    }

    @Test
    void fineIsDemandedWhereTheKindSaysFineAndOnlyThere() {
        assertThat(codes("CF_NR_FK", null)).containsExactly("field.required-for");
        assertThat(codes("CF_NR_FK", null, "CF_CFLB", "警告")).isEmpty();
        assertThat(codes("CF_NR_FK", null, "CF_CFLB", "警告；罚款")).containsExactly("field.required-for");
        assertThat(codes("CF_NR_FK", "5", "CF_CFLB", "警告")).containsExactly("amount.without-kind");
    }

    @ParameterizedTest
    @CsvSource({
        "罚款,罚款",
        "罚款;警告,警告;罚款",
        "警告、罚款、警告,警告;罚款",
        "没收非法所得 | 罚款,罚款;没收违法所得",
        "其他-责令改正,其他-责令改正",
        "罚款；其他：责令改正、限期整改,罚款;其他-责令改正，限期整改",
        "' 罚 款 ',罚款",
    })
    void severalKindsAreKeptOnceEachInTheOrderOfTheList(String written, String kept) {
        assertThat(value("CF_NR_WFFF", "1")).isEqualTo("1");
        assertThat(usable("CF_CFLB", written, "CF_NR_WFFF", "1").values()[Penalties.at("CF_CFLB")])
                .isEqualTo(kept);
    }

    @Test
    void unknownKindIsRefusedWithTheOnesThatThereAre() {
        Finding finding = refusal(check.check(Penalties.row("CF_CFLB", "罚款;罚站")));
        assertThat(finding.code()).isEqualTo("value.unknown");
        assertThat(finding.rule()).isEqualTo("kind");
        assertThat(finding.facts()).containsEntry("value", "罚站");
        assertThat(finding.facts().get("values")).contains("警告、通报批评、罚款").contains("其他-…");
        assertThat(codes("CF_XDR_LB", "法人;个体工商户")).containsExactly("value.several");
        assertThat(codes("CF_CFLB", "其他-")).containsExactly("value.unknown");
    }

    @Test
    void codeWithFailingCheckCharacterWaitsForTheAuthoritysWord() {
        char last = Codes.SUBJECT.charAt(17);
        String failing = Codes.SUBJECT.substring(0, 17) + (last == '0' ? '1' : '0');
        assertThat(usable("CF_XDR_SHXYM", failing).codeUse()).isEqualTo(CodeUse.WAIT_CHECKSUM);
        CheckedRow confirmed = usable("CF_XDR_SHXYM", failing, "CF_DMQR", "是");
        assertThat(confirmed.codeUse()).isEqualTo(CodeUse.ATTACH_ON_AUTHORITYS_WORD);
        assertThat(confirmed.subjectCode()).isEqualTo(failing);
        assertThat(usable("CF_XDR_SHXYM", failing, "CF_DMQR", "否").codeUse()).isEqualTo(CodeUse.WAIT_CHECKSUM);
    }

    @Test
    void codeIsKeptNormalised() {
        String sloppy = " " + Codes.SUBJECT.toLowerCase(java.util.Locale.ROOT).replace('9', '９') + " ";
        assertThat(usable("CF_XDR_SHXYM", sloppy).subjectCode()).isEqualTo(Codes.SUBJECT);
        assertThat(usable("CF_XDR_SHXYM", sloppy).values()[Penalties.at("CF_XDR_SHXYM")])
                .isEqualTo(Codes.SUBJECT);
    }

    @Test
    void rowWithoutCodeWaitsAndAMalformedOneIsRefused() {
        assertThat(usable("CF_XDR_SHXYM", null).codeUse()).isEqualTo(CodeUse.WAIT_NO_CODE);
        assertThat(usable("CF_XDR_SHXYM", null).subjectCode()).isNull();
        assertThat(codes("CF_XDR_SHXYM", "9199O101MA0TE5T0")).containsExactly("code.invalid");
        assertThat(codes("CF_XDR_SHXYM", "110108012660422")).containsExactly("code.older-number");
    }

    @Test
    void registerTakesOlderAndMalformedCodesAsTheyAre() {
        RowCheck register = RowCheck.of(
                Penalties.type(RecordType.Nature.NEUTRAL, RecordType.Target.REGISTER, RecordType.Openness.PUBLIC),
                Penalties.policy(),
                Penalties.TODAY,
                null,
                null);
        RowVerdict older = register.check(Penalties.row("CF_XDR_SHXYM", "110108012660422"));
        assertThat(older).isInstanceOfSatisfying(RowVerdict.Usable.class, usable -> {
            assertThat(usable.row().codeUse()).isEqualTo(CodeUse.OLDER_NUMBER);
            assertThat(usable.row().subjectCode()).isNull();
            assertThat(usable.row().values()[Penalties.at("CF_XDR_SHXYM")]).isEqualTo("110108012660422");
        });
        RowVerdict malformed = register.check(Penalties.row("CF_XDR_SHXYM", "无证"));
        assertThat(malformed)
                .isInstanceOfSatisfying(
                        RowVerdict.Usable.class,
                        usable -> assertThat(usable.row().codeUse()).isEqualTo(CodeUse.WAIT_MALFORMED));
    }

    @Test
    void doubtfulOlderNumberIsKeptWithAWarning() {
        assertThat(codes("CF_XDR_GSZC", "110108012660423")).containsExactly("code.older-suspect");
        assertThat(codes("CF_XDR_GSZC", "14082500A000118")).containsExactly("code.older-suspect");
        assertThat(codes("CF_XDR_GSZC", "110108012660422")).isEmpty();
    }

    @Test
    void sourceDeliversOnlyItsOwn() {
        assertThat(codes("CF_SJLYDM", Penalties.OTHER_AUTHORITY)).containsExactly("source.other");
        assertThat(codes("CF_CFJGDM", Penalties.OTHER_AUTHORITY)).isEmpty();
        RowCheck untied = RowCheck.of(Penalties.type(), Penalties.policy(), Penalties.TODAY, null, null);
        assertThat(codes(untied.check(Penalties.row("CF_SJLYDM", Penalties.OTHER_AUTHORITY))))
                .isEmpty();
    }

    @Test
    void authoritysCodeMustPass() {
        String failing = Penalties.AUTHORITY.substring(0, 17) + (Penalties.AUTHORITY.charAt(17) == '0' ? '1' : '0');
        assertThat(codes("CF_CFJGDM", failing)).containsExactly("code.check-character");
        assertThat(codes("CF_CFJGDM", PERSON)).containsExactly("code.resident-number");
    }

    @Test
    void markupSqlAndFormulasAreData() {
        String nasty = "=cmd|'/c calc'!A1 <script>alert(1)</script>'; DROP TABLE x;-- & \"";
        assertThat(value("CF_SY", nasty)).isEqualTo(nasty);
        assertThat(value("CF_XDR_MC", "@测试<b>公司")).isEqualTo("@测试<b>公司");
    }

    @ParameterizedTest
    @CsvSource({"CF_SY", "CF_XDR_MC", "CF_WSH"})
    void controlCharactersAreRefused(String field) {
        Finding finding = refusal(check.check(Penalties.row(field, "前\u0000后")));
        assertThat(finding.code()).isEqualTo("text.control-character");
        assertThat(finding.facts()).containsEntry("character", "U+0000").containsEntry("position", "2");
        assertThat(codes(field, "前\u202E后")).containsExactly("text.control-character");
        assertThat(codes(field, "前\uD800后")).containsExactly("text.broken-character");
    }

    @ParameterizedTest
    @CsvSource({
        "CF_XDR_SHXYM, 9.11101E+17, code.digits-lost",
        "CF_XDR_GSZC, 1.1E+14, code.digits-lost",
        "CF_XDR_GSZC, 7E+08, code.digits-lost",
        "CF_CFJGDM, 1.19901E+17, code.digits-lost",
        "CF_WSH, 2.026E+15, code.digits-lost",
        "CF_XDR_MC, 测试市何?食品有限公司, text.lost-character",
        "CF_XDR_MC, 测试市何？食品有限公司, text.lost-character",
        "CF_WSH, 测市监罚?2026?1号, text.lost-character",
        "CF_NR, #N/A, text.error-value",
        "CF_SY, 事实�不清, text.broken-character",
        "CF_XDR_MC, 测试市�食品有限公司, text.broken-character"
    })
    void whatASpreadsheetOrAConversionLostIsRefused(String field, String cell, String code) {
        assertThat(codes(field, cell)).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({"CF_WSH, 2026E10号", "CF_WSH, 1E5", "CF_NR, 是否属实？", "CF_NR, #3号楼", "BZ, 9.1E+17"})
    void whatOnlyLooksLikeItIsKept(String field, String cell) {
        assertThat(value(field, cell)).isEqualTo(cell);
    }

    @Test
    void linesAreKeptInFreeTextAndRefusedElsewhere() {
        assertThat(value("CF_SY", "一\r\n二\r三\n四")).isEqualTo("一\n二\n三\n四");
        assertThat(codes("CF_XDR_MC", "测试\n公司")).containsExactly("text.control-character");
    }

    @Test
    void lengthIsCountedInCharactersNotInHalves() {
        assertThat(value("CF_WSH", "𠮷".repeat(128))).isEqualTo("𠮷".repeat(128));
        Finding finding = refusal(check.check(Penalties.row("CF_WSH", "𠮷".repeat(129))));
        assertThat(finding.code()).isEqualTo("text.too-long");
        assertThat(finding.facts()).containsEntry("limit", "128").containsEntry("length", "129");
        assertThat(codes("CF_SY", "长".repeat(5_000_000))).containsExactly("text.too-long");
    }

    @Test
    void contentOutsideThePlaneIsQuotedShort() {
        Finding finding = refusal(check.check(Penalties.row("CF_JDRQ", "\u0000" + "x".repeat(10_000_000))));
        assertThat(finding.facts().get("value"))
                .hasSizeLessThan(50)
                .startsWith("\uFFFDxxx")
                .endsWith("…");
    }

    @Test
    void wrongNumberOfCellsIsABugNotAnAnswer() {
        assertThatThrownBy(() -> check.check(new String[3])).isInstanceOf(IllegalArgumentException.class);
    }
}
