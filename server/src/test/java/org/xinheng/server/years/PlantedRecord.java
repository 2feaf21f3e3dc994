package org.xinheng.server.years;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Authority;
import org.xinheng.server.intake.PenaltyFile;

/**
 * A record as it was planted and what befell it since: the second opinion about what the public may see. It counts the periods of
 * Order 36 and Order 58 itself and asks nothing of the product.
 */
final class PlantedRecord {

    private static final LocalDate ORDER_36 = LocalDate.of(2026, 4, 1);
    private static final int GENERAL_MONTHS = 12;
    private static final int SEVERE_MONTHS = 36;

    /** What is planted, with its type. */
    enum Kind {
        FINE("administrative-penalty", GENERAL_MONTHS),
        /** A revoked licence: severe. */
        LICENCE("administrative-penalty", SEVERE_MONTHS),
        /** A warning alone is never published. */
        WARNING("administrative-penalty", 0),
        SEVERE_LIST("severe-list", SEVERE_MONTHS),
        ABNORMAL("abnormal-enterprise", SEVERE_MONTHS),
        DEBTOR("judgment-debtor", SEVERE_MONTHS);

        final String type;
        final int months;

        Kind(String type, int months) {
            this.type = type;
            this.months = months;
        }
    }

    final Kind kind;
    final int organisation;
    final String number;
    LocalDate decided;
    final @Nullable LocalDate validTo;
    final LocalDate delivered;

    @Nullable
    String address;
    /** Withdrawn, repaired, revoked or marked as void by whoever made it: from its day on. */
    @Nullable
    LocalDate ended;
    /** First day on which it is not shown for want of an answer, until somebody certifies. */
    @Nullable
    LocalDate withheldFrom;

    private boolean shownOnce;

    PlantedRecord(
            Kind kind,
            int organisation,
            String number,
            LocalDate decided,
            @Nullable LocalDate validTo,
            LocalDate delivered) {
        this.kind = kind;
        this.organisation = organisation;
        this.number = number;
        this.decided = decided;
        this.validTo = validTo;
        this.delivered = delivered;
    }

    /** It stands in the archive from now on. */
    void arrived(String at, LocalDate today) {
        address = at;
        shownOnce = !over(today);
    }

    String code() {
        return PenaltyFile.code(organisation);
    }

    /** Last day on which it may be shown, as the rules stand on a day; the day before its decision for what never is. */
    LocalDate last(LocalDate today) {
        if (kind == Kind.WARNING) {
            return decided.minusDays(1);
        }
        int months = kind.months;
        // Under Order 58 every penalty by ordinary procedure stood for three years; the newer order is kinder, once it
        // is in force.
        if (kind == Kind.FINE && today.isBefore(ORDER_36)) {
            months = SEVERE_MONTHS;
        }
        LocalDate last = decided.plusMonths(months).minusDays(1);
        return validTo != null && validTo.isBefore(last) ? validTo : last;
    }

    boolean over(LocalDate today) {
        return last(today).isBefore(today);
    }

    boolean visible(LocalDate today) {
        return address != null
                && ended == null
                && !today.isBefore(decided)
                && !over(today)
                && (withheldFrom == null || today.isBefore(withheldFrom));
    }

    /** What its page answers: never shown or not for the time being is as if unknown. */
    int status(LocalDate today) {
        if (visible(today)) {
            return 200;
        }
        boolean withheld = withheldFrom != null && !today.isBefore(withheldFrom) && ended == null && !over(today);
        return withheld || !shownOnce ? 404 : 410;
    }

    Map<String, String> row(Authority source, String remark, boolean valid) {
        return switch (kind) {
            case FINE, LICENCE, WARNING -> penalty(source, remark);
            case SEVERE_LIST -> severe(source, remark, valid);
            case ABNORMAL -> abnormal(source, remark, valid);
            case DEBTOR -> debtor(source, remark, valid);
        };
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private Map<String, String> penalty(Authority source, String remark) {
        var row = PenaltyFile.row(organisation, number);
        row.put("CF_CFLB", kind == Kind.WARNING ? "警告" : kind == Kind.FINE ? "罚款" : "罚款;吊销许可证件");
        row.put("CF_NR_FK", kind == Kind.WARNING ? "" : "5");
        row.put("CF_NR", kind == Kind.WARNING ? "警告。" : "罚款人民币50000元。");
        row.put("CF_NR_ZKDX", kind == Kind.LICENCE ? "食品经营许可证" : "");
        row.put("CF_JDRQ", decided.toString().replace('-', '/'));
        row.put("CF_YXQ", "2099/12/31");
        row.put("CF_CFJG", source.name().zh());
        row.put("CF_CFJGDM", source.code());
        row.put("CF_SJLY", source.name().zh());
        row.put("CF_SJLYDM", source.code());
        row.put("BZ", remark);
        return row;
    }

    private Map<String, String> severe(Authority source, String remark, boolean valid) {
        var row = subject("YZ");
        row.put("YZ_WSH", number);
        row.put("YZ_LY", "市场监管");
        row.put("YZ_MC_MD", "市场监督管理严重违法失信名单");
        row.put("YZ_SY", "销售不符合标准的商品，情节严重。");
        row.put("YZ_YJ", "《市场监督管理严重违法失信名单管理办法》第八条");
        row.put("YZ_LRRQ", decided.toString());
        row.put("YZ_QXZ", text(validTo));
        row.put("YZ_JG", source.name().zh());
        row.put("YZ_JGDM", source.code());
        row.put("YZ_LYDW", source.name().zh());
        row.put("YZ_LYDWDM", source.code());
        row.put("YZ_ZT", valid ? "有效" : "无效");
        row.put("YZ_BZ", remark);
        return row;
    }

    private Map<String, String> abnormal(Authority source, String remark, boolean valid) {
        var row = subject("JY");
        row.put("JY_WSH", number);
        row.put("JY_YY", "未按规定公示年度报告");
        row.put("JY_YJ", "《企业信息公示暂行条例》第十七条");
        row.put("JY_SM", "未在规定期限内公示年度报告。");
        row.put("JY_LRRQ", decided.toString());
        row.put("JY_YCRQ", text(validTo));
        row.put("JY_JG", source.name().zh());
        row.put("JY_JGDM", source.code());
        row.put("JY_LYDW", source.name().zh());
        row.put("JY_LYDWDM", source.code());
        row.put("JY_ZT", valid ? "有效" : "无效");
        row.put("JY_BZ", remark);
        return row;
    }

    private Map<String, String> debtor(Authority source, String remark, boolean valid) {
        var row = subject("SX");
        row.put("SX_AH", number);
        row.put("SX_XWLX", "违反财产报告制度");
        row.put("SX_YJWH", "（2024）澜0101民初" + organisation + "号");
        row.put("SX_YJ", "《最高人民法院关于公布失信被执行人名单信息的若干规定》第一条");
        row.put("SX_YW", "支付货款人民币三十万元。");
        row.put("SX_LXQK", "全部未履行");
        row.put("SX_FBRQ", decided.toString());
        row.put("SX_QXZ", text(validTo));
        row.put("SX_FY", source.name().zh());
        row.put("SX_FYDM", source.code());
        row.put("SX_ZT", valid ? "有效" : "无效");
        row.put("SX_BZ", remark);
        return row;
    }

    private Map<String, String> subject(String prefix) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put(prefix + "_MC", PenaltyFile.name(organisation));
        row.put(prefix + "_LB", "法人及非法人组织");
        row.put(prefix + "_DM", code());
        return row;
    }

    @Override
    public String toString() {
        return kind + " " + number + " decided " + decided + ", valid to " + validTo + ", delivered " + delivered
                + ", ended " + ended + ", withheld from " + withheldFrom + ", address " + address;
    }
}
