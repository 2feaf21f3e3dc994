package org.xinheng.server.intake;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One cell that is not as it should be, in the second of three rows, and the answer to its row.
 *
 * @param cell XML of the cell with the address {@code @}; null where the value is enough and CSV can hold it
 * @param field that the first finding names; null for none
 * @param codes of all findings
 */
record BadRow(
        String name,
        String column,
        String value,
        @Nullable String cell,
        RowOutcome outcome,
        @Nullable String field,
        List<String> codes) {

    @Override
    public String toString() {
        return name;
    }

    private static BadRow refused(String name, String column, String value, String... codes) {
        return new BadRow(name, column, value, null, RowOutcome.REFUSED, column, List.of(codes));
    }

    private static BadRow taken(String name, String column, String value, String... codes) {
        return new BadRow(
                name, column, value, null, RowOutcome.ACCEPTED, codes.length == 0 ? null : column, List.of(codes));
    }

    private static BadRow outside(String name, String column, String value, String code) {
        return new BadRow(name, column, value, null, RowOutcome.OUT_OF_SCOPE, null, List.of(code));
    }

    private static BadRow cell(String name, String column, String cell, RowOutcome outcome, String... codes) {
        return new BadRow(name, column, "", cell, outcome, codes.length == 0 ? null : column, List.of(codes));
    }

    static Stream<BadRow> all() {
        return Stream.of(days(), amounts(), texts(), identities(), persons(), cells())
                .flatMap(cases -> cases);
    }

    private static Stream<BadRow> days() {
        return Stream.of(
                refused("30 February", "CF_JDRQ", "2026/02/30", "date.impossible"),
                refused("day of zeros", "CF_JDRQ", "0000-00-00", "date.impossible"),
                refused("decision in the year 2099", "CF_JDRQ", "2099-01-31", "date.future"),
                refused("decision of tomorrow", "CF_JDRQ", "2026-06-11", "date.future"),
                refused("day of the other order", "CF_JDRQ", "05/06/2026", "date.form"),
                refused("number of a day", "CF_JDRQ", "46178", "date.form"),
                refused("no day", "CF_JDRQ", "", "field.required"),
                refused("end before the decision", "CF_YXQ", "2026/01/01", "date.before-field"),
                taken("31 January 2099 for long-term", "CF_YXQ", "2099-01-31"),
                taken("day in words", "CF_JDRQ", "2026年6月5日"));
    }

    private static Stream<BadRow> amounts() {
        return Stream.of(
                taken(
                        "yuan in a column of ten thousands",
                        "CF_NR_FK",
                        "50000",
                        "amount.suspicious",
                        "amount.yuan-in-text"),
                refused("unit of the wrong size", "CF_NR_FK", "50000元", "amount.unit"),
                refused("negative amount", "CF_NR_FK", "-5", "amount.negative"),
                refused("amount in words", "CF_NR_FK", "五万", "amount.form"),
                refused("seven decimals", "CF_NR_FK", "0.1234567", "amount.decimals"),
                refused("thirteen digits", "CF_NR_FK", "1234567890123", "amount.too-large"),
                refused("fine without amount", "CF_NR_FK", "", "field.required-for"),
                taken("amount of a kind that is not there", "CF_NR_WFFF", "3", "amount.without-kind"));
    }

    private static Stream<BadRow> texts() {
        return Stream.of(
                refused("NUL", "CF_XDR_MC", "示例市\0有限公司", "text.control-character"),
                refused("NUL in free text", "CF_SY", "事实\0", "text.control-character"),
                refused("control character", "CF_WSH", "示市监罚\u0007号", "text.control-character"),
                refused("turned direction", "CF_NR", "罚款\u202E元05", "text.control-character"),
                refused("not a character", "CF_SY", "事实\uFFFE", "text.control-character"),
                refused("replaced character", "CF_XDR_MC", "示例市\uFFFD有限公司", "text.broken-character"),
                refused("lost character", "CF_XDR_MC", "示例市何?有限公司", "text.lost-character"),
                refused("text too long", "CF_YJ", "长".repeat(2001), "text.too-long"),
                refused("error value", "CF_NR", "#REF!", "text.error-value"),
                refused("unknown kind", "CF_CFLB", "批评", "value.unknown"),
                refused("no number", "CF_WSH", "", "field.required"));
    }

    private static Stream<BadRow> identities() {
        return Stream.of(
                refused("code in scientific notation", "CF_XDR_SHXYM", "9.19901E+17", "code.digits-lost"),
                refused("code of the authority in scientific notation", "CF_CFJGDM", "1.1E+17", "code.digits-lost"),
                refused("code too short", "CF_XDR_SHXYM", "91990101", "code.invalid"),
                refused("mistyped identity number", "CF_XDR_SHXYM", "110101199003078872", "code.like-resident-number"),
                refused("code of another source", "CF_SJLYDM", PenaltyFile.code(3), "source.other"),
                new BadRow("no code", "CF_XDR_SHXYM", "", null, RowOutcome.WAITING, null, List.of()));
    }

    private static Stream<BadRow> persons() {
        return Stream.of(
                outside("natural person", "CF_XDR_LB", "自然人", "person.category"),
                outside("document of a person", "CF_XDR_ZJHM", "E12345678", "person.document"),
                outside("identity number for the code", "CF_XDR_SHXYM", Residents.NUMBER, "person.resident-number"),
                outside("identity number in the name", "CF_XDR_MC", "商行" + Residents.NUMBER, "person.resident-number"),
                refused(
                        "identity number for the document number",
                        "CF_WSH",
                        Residents.NUMBER,
                        "document-number.resident-number"),
                taken("identity number of the representative", "CF_FR_ZJHM", Residents.NUMBER));
    }

    private static Stream<BadRow> cells() {
        return Stream.of(
                cell("formula", "CF_NR_FK", "<c r=\"@\"><f>1+4</f><v>5</v></c>", RowOutcome.REFUSED, "cell.formula"),
                cell(
                        "error cell",
                        "CF_SY",
                        "<c r=\"@\" t=\"e\"><v>#DIV/0!</v></c>",
                        RowOutcome.REFUSED,
                        "cell.error-value"),
                cell(
                        "code as a number",
                        "CF_XDR_SHXYM",
                        "<c r=\"@\"><v>9.1990101000000102E+17</v></c>",
                        RowOutcome.REFUSED,
                        "cell.digits-lost"),
                cell(
                        "formula in a dropped column",
                        "CF_FRDB",
                        "<c r=\"@\"><f>1+4</f><v>5</v></c>",
                        RowOutcome.ACCEPTED),
                cell(
                        "long number in a dropped column",
                        "CF_FR_ZJHM",
                        "<c r=\"@\"><v>1.1E+17</v></c>",
                        RowOutcome.ACCEPTED),
                cell("day as a number", "CF_JDRQ", "<c r=\"@\" s=\"1\"><v>46178</v></c>", RowOutcome.ACCEPTED),
                cell(
                        "day that never was",
                        "CF_JDRQ",
                        "<c r=\"@\" s=\"1\"><v>60</v></c>",
                        RowOutcome.REFUSED,
                        "date.impossible"),
                cell(
                        "day before all days",
                        "CF_JDRQ",
                        "<c r=\"@\" s=\"1\"><v>-3</v></c>",
                        RowOutcome.REFUSED,
                        "cell.error-value"),
                cell(
                        "day as a number without format",
                        "CF_JDRQ",
                        "<c r=\"@\"><v>46178</v></c>",
                        RowOutcome.REFUSED,
                        "date.form"),
                cell(
                        "amount as a number",
                        "CF_NR_FK",
                        "<c r=\"@\"><v>4.9999999999999996E-2</v></c>",
                        RowOutcome.ACCEPTED),
                cell(
                        "truth for a text",
                        "CF_CFLB",
                        "<c r=\"@\" t=\"b\"><v>1</v></c>",
                        RowOutcome.REFUSED,
                        "value.unknown"),
                cell(
                        "rich text",
                        "CF_XDR_LB",
                        "<c r=\"@\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t>法人及</t></r><r><t>非法人组织</t></r>"
                                + "<rPh sb=\"0\" eb=\"1\"><t>fa</t></rPh></is></c>",
                        RowOutcome.ACCEPTED));
    }
}
