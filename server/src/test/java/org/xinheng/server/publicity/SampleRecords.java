package org.xinheng.server.publicity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.record.GateDecision;
import org.xinheng.core.record.PublishGate;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.web.Formats;
import org.xinheng.testkit.code.CodeMint;

/** A few organisations and records of the made-up city, put through the publish gate as it is. */
public final class SampleRecords {

    public static final String CODE = CodeMint.uscc("91", "990101", 1);
    public static final String STUB_CODE = CodeMint.uscc("91", "990200", 2);
    public static final String FINE = "p1";
    public static final String EXPIRED = "p2";
    public static final String PERMIT = "x1";
    public static final String LISTED = "s1";
    public static final String LISTED_ONCE = "s2";
    public static final String HONOUR = "h1";
    public static final Authority AUTHORITY =
            DemoCity.POLICY.authority("market-xinlan").orElseThrow();

    private static final String NAME = "澜衡市清泉食品有限公司";
    private static final String STUB_NAME = "外埠远山建材（集团）有限公司";

    private SampleRecords() {}

    public static List<Organisation> organisations() {
        return List.of(
                new Organisation(
                        1,
                        CODE,
                        NAME,
                        List.of("澜衡市清泉饮料厂"),
                        "企业",
                        Organisation.State.EXISTING,
                        "990101",
                        LocalDate.of(2015, 3, 9),
                        List.of(),
                        true),
                new Organisation(
                        2,
                        STUB_CODE,
                        STUB_NAME,
                        List.of(),
                        "企业",
                        Organisation.State.UNKNOWN,
                        null,
                        null,
                        List.of(),
                        false));
    }

    public static List<RecordVersion> all() {
        List<RecordVersion> all = new ArrayList<>();
        all.add(penalty(FINE, 1, "虚假宣传", LocalDate.of(2026, 6, 15), "2"));
        all.add(penalty(EXPIRED, 1, "未按规定保存进货票据", LocalDate.of(2022, 2, 1), "0.5"));
        all.add(penalty("p3", 2, "超限运输", LocalDate.of(2026, 9, 1), "0.5"));
        all.add(permit(PERMIT, "食品生产许可决定书", LocalDate.of(2026, 1, 8)));
        all.add(listing(LISTED, 2, "拖欠农民工工资", LocalDate.of(2026, 9, 1)));
        all.add(listing(LISTED_ONCE, 1, "安全生产", LocalDate.of(2021, 9, 1)));
        all.add(honour(HONOUR, 1, "纳税信用A级", LocalDate.of(2026, 4, 20)));
        for (int i = 0; i < 60; i++) {
            all.add(permit("y" + i, "准予变更登记决定书", LocalDate.of(2025, 1, 1).plusDays(i * 7L)));
        }
        return all;
    }

    private static RecordVersion permit(String address, String title, LocalDate decided) {
        Map<String, String> values = new HashMap<>();
        values.put("XK_XDR_MC", NAME);
        values.put("XK_XDR_LB", "法人及非法人组织");
        values.put("XK_XDR_SHXYM", CODE);
        values.put("XK_XKWS", title);
        values.put("XK_WSH", "昕市监许〔" + decided.getYear() + "〕" + decided.getDayOfYear() + "号");
        values.put("XK_XKLB", "普通");
        values.put("XK_NR", "准予从事饮料生产。");
        values.put("XK_JDRQ", decided.toString());
        values.put("XK_YXQZ", decided.toString());
        values.put("XK_YXQZI", "2099-12-31");
        values.put("XK_XKJG", AUTHORITY.name().zh());
        values.put("XK_XKJGDM", AUTHORITY.code());
        values.put("XK_ZT", "1");
        return version(address, 1, DemoCity.PERMIT, values, decided);
    }

    private static RecordVersion penalty(
            String address, long organisation, String conduct, LocalDate decided, String wan) {
        Map<String, String> values = new HashMap<>();
        values.put("CF_XDR_MC", organisation == 1 ? NAME : STUB_NAME);
        values.put("CF_XDR_LB", "法人及非法人组织");
        values.put("CF_XDR_SHXYM", organisation == 1 ? CODE : STUB_CODE);
        values.put("CF_WSH", "昕市监罚〔" + decided.getYear() + "〕" + decided.getDayOfYear() + "号");
        values.put("CF_WFXW", conduct);
        values.put("CF_SY", "经查，当事人在产品包装上标注与实际不符的内容 <script>alert(1)</script>。");
        values.put("CF_YJ", "《中华人民共和国反不正当竞争法》第二十条");
        values.put("CF_CFLB", "罚款");
        values.put("CF_NR", "罚款人民币 " + wan + " 万元。");
        values.put("CF_NR_FK", wan);
        values.put("CF_JDRQ", decided.toString());
        values.put("CF_GSJZQ", "2030-01-01");
        values.put("CF_CFJG", AUTHORITY.name().zh());
        values.put("CF_CFJGDM", AUTHORITY.code());
        values.put("CF_SJLY", AUTHORITY.name().zh());
        values.put("CF_SJLYDM", AUTHORITY.code());
        return version(address, organisation, DemoCity.PENALTY, values, decided);
    }

    /** A penalty of the stub for any conduct. */
    public static RecordVersion penaltyAbout(String address, String conduct) {
        return penalty(address, 2, conduct, LocalDate.of(2026, 9, 1), "0.5");
    }

    private static RecordVersion listing(String address, long organisation, String field, LocalDate decided) {
        Map<String, String> values = new HashMap<>();
        values.put("YZ_MC", organisation == 1 ? NAME : STUB_NAME);
        values.put("YZ_DM", organisation == 1 ? CODE : STUB_CODE);
        values.put("YZ_WSH", "昕列决〔" + decided.getYear() + "〕1号");
        values.put("YZ_LY", field);
        values.put("YZ_MC_MD", field + "严重失信主体名单");
        values.put("YZ_SY", "经责令限期改正逾期未改。");
        values.put("YZ_YJ", "列入依据的办法第五条");
        values.put("YZ_LRRQ", decided.toString());
        values.put("YZ_QXZ", decided.plusYears(3).toString());
        values.put("YZ_JG", AUTHORITY.name().zh());
        values.put("YZ_JGDM", AUTHORITY.code());
        return version(address, organisation, "severe-list", values, decided);
    }

    private static RecordVersion honour(String address, long organisation, String kind, LocalDate decided) {
        Map<String, String> values = new HashMap<>();
        values.put("RY_MC", NAME);
        values.put("RY_DM", CODE);
        values.put("RY_WSH", "昕荣〔" + decided.getYear() + "〕1号");
        values.put("RY_LB_RY", kind);
        values.put("RY_MC_RY", kind + "纳税人");
        values.put("RY_RQ", decided.toString());
        values.put("RY_YXQZ", decided.plusYears(1).toString());
        values.put("RY_JG", AUTHORITY.name().zh());
        values.put("RY_JGDM", AUTHORITY.code());
        return version(address, organisation, "honour", values, decided);
    }

    private static RecordVersion version(
            String address, long organisation, String type, Map<String, String> values, LocalDate decided) {
        Instant received =
                decided.plusDays(3).atTime(9, 0).atZone(Formats.BEIJING).toInstant();
        GateDecision decision = gate(type, values, decided);
        GateDecision.@Nullable Shown shown = decision instanceof GateDecision.Shown found ? found : null;
        return new RecordVersion(
                address,
                organisation,
                address.hashCode(),
                1,
                type,
                values,
                decided,
                AUTHORITY.code(),
                AUTHORITY.code(),
                shown == null ? null : shown.window(),
                shown == null ? "not-shown" : "shown",
                written(decision),
                shown == null ? null : shown.severity(),
                shown == null ? null : shown.earliestRepair(),
                shown != null && shown.toBeConfirmed(),
                received,
                received,
                1,
                false);
    }

    /** The decision of the day after the act: what is over since then stays what it was. */
    private static GateDecision gate(String type, Map<String, String> values, LocalDate decided) {
        RecordType declared = DemoCity.POLICY.recordType(type).orElseThrow();
        @Nullable
        String[] row =
                declared.fields().stream().map(Field::name).map(values::get).toArray(String[]::new);
        return PublishGate.of(declared, DemoCity.POLICY.gates().get(type)).decide(row, decided.plusDays(1));
    }

    private static String written(GateDecision decision) {
        return decision.reasons().stream()
                .map(reason -> reason.rule() == null ? reason.code() : reason.code() + "#" + reason.rule())
                .collect(Collectors.joining(" "));
    }
}
