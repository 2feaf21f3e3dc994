package org.xinheng.testkit.city;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.xinheng.core.policy.Authority;

/** Writes rows of the 2018 layouts (发改办财金〔2018〕424号) as a department's clerk would. */
final class Rows {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu/MM/dd");
    private static final String[] FAMILY = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"};

    private final Random random;

    Rows(Random random) {
        this.random = random;
    }

    Map<String, String> permit(Sheet sheet, CityOrganisation subject, Authority by, LocalDate decided, int number) {
        Trades.Permit permit = Trades.ALL.get(subject.trade()).permit();
        Map<String, String> row = sheet.blank();
        row.put("XK_XDR_MC", subject.name());
        row.put("XK_XDR_LB", subject.category());
        row.put("XK_XDR_SHXYM", subject.code());
        row.put("XK_FRDB", representative());
        row.put("XK_XKWS", permit.title());
        row.put("XK_WSH", documentNumber(by, "许准", decided, number));
        row.put("XK_XKLB", permit.kind());
        row.put("XK_XKZS", permit.certificate());
        row.put("XK_XKBH", permit.certificate().isEmpty() ? "" : "XK" + subject.county() + "%06d".formatted(number));
        row.put("XK_NR", permit.content() + "。");
        row.put("XK_JDRQ", DATE.format(decided));
        row.put("XK_YXQZ", DATE.format(decided));
        row.put(
                "XK_YXQZI",
                random.nextInt(5) == 0 ? "2099/12/31" : DATE.format(decided.plusYears(1 + random.nextInt(5))));
        row.put("XK_XKJG", by.name().zh());
        row.put("XK_XKJGDM", by.code());
        row.put("XK_ZT", "1");
        row.put("XK_LYDW", by.name().zh());
        row.put("XK_LYDWDM", by.code());
        return row;
    }

    Map<String, String> penalty(Sheet sheet, CityOrganisation subject, Authority by, LocalDate decided, int number) {
        List<Trades.Offence> offences = Trades.ALL.get(subject.trade()).offences();
        int gravity = random.nextInt(100);
        Trades.Offence offence = offences.get(Math.min(offences.size() - 1, gravity * offences.size() / 100));
        Map<String, String> row = sheet.blank();
        row.put("CF_XDR_MC", subject.name());
        row.put("CF_XDR_LB", subject.category());
        row.put("CF_XDR_SHXYM", subject.code());
        row.put("CF_FRDB", representative());
        row.put("CF_WSH", documentNumber(by, "罚", decided, number));
        row.put("CF_WFXW", offence.conduct());
        row.put("CF_SY", offence.facts());
        row.put("CF_YJ", offence.basis());
        row.put("CF_JDRQ", DATE.format(decided));
        row.put("CF_YXQ", DATE.format(decided.plusYears(1)));
        row.put("CF_CFJG", by.name().zh());
        row.put("CF_CFJGDM", by.code());
        row.put("CF_SJLY", by.name().zh());
        row.put("CF_SJLYDM", by.code());
        sentence(row, gravity, subject);
        return row;
    }

    /** Kind and amounts: mostly plain fines, some warnings, few closures and revocations. */
    private void sentence(Map<String, String> row, int gravity, CityOrganisation subject) {
        if (gravity < 8) {
            row.put("CF_CFLB", "警告");
            row.put("CF_NR", "给予警告。");
        } else if (gravity < 20) {
            fine(row, 500 + random.nextInt(25) * 100, "罚款");
        } else if (gravity < 85) {
            fine(row, 5_000 + random.nextInt(300) * 500, "罚款");
        } else if (gravity < 93) {
            int fine = 20_000 + random.nextInt(400) * 1_000;
            int gain = 1_000 + random.nextInt(80_000);
            fine(row, fine, "罚款;没收违法所得");
            row.put("CF_NR_WFFF", wan(gain));
            row.put("CF_NR", "罚款人民币" + fine + "元；没收违法所得" + gain + "元。");
        } else if (gravity < 96) {
            fine(row, 2_000_000 + random.nextInt(300) * 10_000, "罚款");
        } else if (gravity < 98) {
            row.put("CF_CFLB", "责令停产停业");
            row.put("CF_NR", "责令停产停业整顿三十日。");
        } else {
            row.put("CF_CFLB", "吊销许可证件");
            row.put("CF_NR", "吊销" + certificate(subject) + "。");
            row.put("CF_NR_ZKDX", certificate(subject));
        }
    }

    private static String certificate(CityOrganisation subject) {
        String certificate = Trades.ALL.get(subject.trade()).permit().certificate();
        return certificate.isEmpty() ? "资质证书" : certificate;
    }

    private static void fine(Map<String, String> row, int yuan, String kinds) {
        row.put("CF_CFLB", kinds);
        row.put("CF_NR_FK", wan(yuan));
        row.put("CF_NR", "罚款人民币" + yuan + "元。");
    }

    private static String wan(int yuan) {
        return new BigDecimal(yuan)
                .divide(BigDecimal.valueOf(10_000), 6, RoundingMode.UNNECESSARY)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String documentNumber(Authority by, String act, LocalDate decided, int number) {
        String shortName = by.name().zh().replaceAll("[市县区局委员会]", "");
        return shortName + act + "〔" + decided.getYear() + "〕" + number + "号";
    }

    /** Placeholders in the place of names, as in teaching files: nobody is called 甲某. */
    private String representative() {
        return FAMILY[random.nextInt(FAMILY.length)] + "某";
    }
}
