package org.xinheng.server.publicity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.record.DateWindow;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.organisation.Organisation;

/** Organisations and records of the place that does not exist. */
public final class SampleRecords {

    public static final String CODE = "91990101MA0A0000X5";
    public static final String STUB_CODE = "91990200MA0B000178";
    public static final String FINE = "p1";
    public static final String EXPIRED = "p2";
    public static final String PERMIT = "x1";

    private SampleRecords() {}

    public static List<Organisation> organisations() {
        List<Organisation> all = new ArrayList<>();
        all.add(new Organisation(
                1,
                CODE,
                "示例市清泉食品有限公司",
                List.of("示例市清泉饮料厂"),
                "企业",
                Organisation.State.EXISTING,
                "990101",
                LocalDate.of(2015, 3, 9),
                true));
        all.add(new Organisation(
                2, STUB_CODE, "外埠远山建材（集团）有限公司", List.of(), "企业", Organisation.State.UNKNOWN, null, null, false));
        return all;
    }

    public static List<RecordVersion> all() {
        List<RecordVersion> all = new ArrayList<>();
        all.add(penalty(FINE, 1, "虚假宣传", LocalDate.of(2026, 6, 15), "2", LocalDate.of(2027, 6, 14)));
        all.add(penalty(EXPIRED, 1, "未按规定保存进货票据", LocalDate.of(2024, 2, 1), "0.3", LocalDate.of(2025, 1, 31)));
        all.add(penalty("p3", 2, "超限运输", LocalDate.of(2026, 9, 1), "0.5", LocalDate.of(2027, 8, 31)));
        all.add(permit(PERMIT, "食品生产许可决定书", LocalDate.of(2026, 1, 8)));
        for (int i = 0; i < 60; i++) {
            all.add(permit("y" + i, "准予变更登记决定书", LocalDate.of(2025, 1, 1).plusDays(i * 7L)));
        }
        return all;
    }

    private static RecordVersion permit(String address, String title, LocalDate decided) {
        Map<String, String> values = new HashMap<>();
        values.put("XK_XDR_MC", "示例市清泉食品有限公司");
        values.put("XK_XDR_SHXYM", CODE);
        values.put("XK_FRDB", "不公开的人名");
        values.put("XK_XKWS", title);
        values.put("XK_WSH", "示东市监许〔" + decided.getYear() + "〕" + decided.getDayOfYear() + "号");
        values.put("XK_NR", "准予从事饮料生产。");
        values.put("XK_JDRQ", decided.toString());
        values.put("XK_YXQZI", "2099-12-31");
        values.put("XK_XKJG", "示例市东湖区市场监督管理局");
        return version(address, 1, SamplePolicy.PERMIT, values, decided, null, null);
    }

    private static RecordVersion penalty(
            String address, long organisation, String conduct, LocalDate decided, String wan, LocalDate last) {
        Map<String, String> values = new HashMap<>();
        values.put("CF_XDR_MC", organisation == 1 ? "示例市清泉食品有限公司" : "外埠远山建材（集团）有限公司");
        values.put("CF_XDR_SHXYM", organisation == 1 ? CODE : STUB_CODE);
        values.put("CF_FRDB", "不公开的人名");
        values.put("CF_WSH", "示东市监罚〔" + decided.getYear() + "〕" + decided.getDayOfYear() + "号");
        values.put("CF_WFXW", conduct);
        values.put("CF_SY", "经查，当事人在产品包装上标注与实际不符的内容 <script>alert(1)</script>。");
        values.put("CF_YJ", "《中华人民共和国反不正当竞争法》第二十条");
        values.put("CF_CFLB", "罚款；没收违法所得");
        values.put("CF_NR_FK", wan);
        values.put("CF_JDRQ", decided.toString());
        values.put("CF_CFJG", "示例市东湖区市场监督管理局");
        return version(address, organisation, SamplePolicy.PENALTY, values, decided, last, "general");
    }

    private static RecordVersion version(
            String address,
            long organisation,
            String type,
            Map<String, String> values,
            LocalDate decided,
            @Nullable LocalDate last,
            @Nullable String severity) {
        Instant received = decided.plusDays(3)
                .atTime(9, 0)
                .atZone(org.xinheng.server.web.Formats.BEIJING)
                .toInstant();
        return new RecordVersion(
                address,
                organisation,
                address.hashCode(),
                1,
                type,
                values,
                decided,
                SamplePolicy.AUTHORITY,
                SamplePolicy.AUTHORITY,
                new DateWindow(decided, last),
                "shown",
                "",
                severity,
                severity == null ? null : decided.plusMonths(3),
                severity != null,
                received,
                received,
                1,
                false);
    }
}
