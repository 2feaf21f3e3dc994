package org.xinheng.testkit.city;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.xinheng.core.policy.Authority;

/** What follows from credit in the made-up city: a ban from a trade, and what was done after checks of suppliers. */
public final class CityMeasures {

    public static final String BAN = "market-ban";
    private static final List<String> COLUMNS = List.of(
            "JR_MC", "JR_LB", "JR_DM", "JR_WSH", "JR_WSMC", "JR_LX", "JR_FW", "JR_SY", "JR_YJ", "JR_JDRQ", "JR_QX",
            "JR_QSRQ", "JR_JZRQ", "JR_YJTK", "JR_JG", "JR_JGDM", "JR_ZT", "JR_BZ");

    private CityMeasures() {}

    /**
     * One ban that has begun and runs for a year, as the body that decided on it delivers it.
     *
     * @param organisations of the city; one in the middle of them is banned
     */
    public static CityDelivery ban(List<CityOrganisation> organisations, Authority by, LocalDate today) {
        CityOrganisation party = organisations.subList(organisations.size() / 2, organisations.size()).stream()
                .filter(one -> !one.individualBusiness())
                .findFirst()
                .orElseThrow();
        LocalDate first = today.minusDays(3);
        Sheet sheet = new Sheet(COLUMNS);
        Map<String, String> row = sheet.blank();
        row.put("JR_MC", party.name());
        row.put("JR_LB", party.category());
        row.put("JR_DM", party.code());
        row.put("JR_WSH", "澜市监禁〔" + today.getYear() + "〕1号");
        row.put("JR_WSMC", "行业禁入决定书");
        row.put("JR_LX", "行业禁入");
        row.put("JR_FW", "食品经营");
        row.put("JR_SY", "多次销售不合格食品，情节严重");
        row.put("JR_YJ", "《中华人民共和国行政处罚法》第九条第四项");
        row.put("JR_JDRQ", today.minusDays(5).toString());
        row.put("JR_QX", "有期限");
        row.put("JR_QSRQ", first.toString());
        row.put("JR_JZRQ", first.plusYears(1).minusDays(1).toString());
        row.put("JR_JG", by.name().zh());
        row.put("JR_JGDM", by.code());
        sheet.add(row);
        return new CityDelivery(BAN, by.id(), "行业禁入决定.csv", sheet.csv(), false);
    }

    /** A question of the body that buys, as its program asks it. */
    public static Map<String, String> question(String code, String matter, LocalDate today) {
        return Map.of(
                "code",
                code,
                "matter",
                matter,
                "purpose",
                "供应商资格审查",
                "caseNumber",
                "澜采审〔" + today.getYear() + "〕8号",
                "operator",
                "采购审核岗");
    }

    /** That a measure was applied. */
    public static Map<String, String> applied(String measure, LocalDate today) {
        return Map.of("measure", measure, "applied", "yes", "decision", "澜采决〔" + today.getYear() + "〕8号");
    }

    /** That it was not, and why. */
    public static Map<String, String> notApplied(String measure) {
        return Map.of("measure", measure, "applied", "no", "reason", "供应商已退出投标");
    }
}
