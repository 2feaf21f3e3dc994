package org.xinheng.server.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Deliveries of penalties in the layout of 2015. */
final class Layouts2015 {

    private static final List<String> BARE = List.of(
            "CF_WSH",
            "CF_CFMC",
            "CF_CFLB1",
            "CF_CFLB2",
            "CF_SY",
            "CF_YJ",
            "CF_XDR_MC",
            "CF_XDR_SHXYM",
            "CF_XDR_ZDM",
            "CF_XDR_GSDJ",
            "CF_XDR_SWDJ",
            "CF_XDR_SFZ",
            "CF_FR",
            "CF_JG",
            "CF_JDRQ",
            "CF_XZJG",
            "CF_ZT",
            "DFBM",
            "SJC",
            "BZ");
    private static final List<String> ADDED =
            List.of("CF_XDR_LB", "CF_NR_FK", "CF_NR_WFFF", "CF_CFJGDM", "CF_SJLY", "CF_SJLYDM");

    private Layouts2015() {}

    /** A file with the columns of then and no other. */
    static String bare() {
        return String.join(",", BARE) + "\n"
                + String.join(",", BARE.stream().map(row(1)::get).toList()) + "\n";
    }

    /** A table with the columns that the layout lacks added, as its advice says. */
    record Table(List<Map<String, String>> rows) {

        List<List<String>> table() {
            var header = new ArrayList<>(BARE);
            header.addAll(ADDED);
            var table = new ArrayList<List<String>>();
            table.add(header);
            rows.forEach(row -> table.add(header.stream().map(row::get).toList()));
            return table;
        }

        byte[] bytes() {
            var text = new StringBuilder();
            table().forEach(row -> text.append(String.join(",", row)).append('\n'));
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    @SafeVarargs
    static Table full(int organisation, Map<String, String>... changes) {
        var rows = new ArrayList<Map<String, String>>();
        rows.add(row(organisation));
        for (int i = 0; i < changes.length; i++) {
            var row = row(organisation + 1 + i);
            row.putAll(changes[i]);
            rows.add(row);
        }
        return new Table(rows);
    }

    private static Map<String, String> row(int organisation) {
        var row = new LinkedHashMap<String, String>();
        BARE.forEach(column -> row.put(column, ""));
        ADDED.forEach(column -> row.put(column, ""));
        row.putAll(Map.of(
                "CF_WSH", PenaltyFile.number(organisation),
                "CF_CFMC", "价格违法处罚",
                "CF_CFLB1", "1",
                "CF_CFLB2", "0",
                "CF_SY", "未按规定明码标价。",
                "CF_YJ", "《中华人民共和国价格法》第四十二条",
                "CF_XDR_MC", PenaltyFile.name(organisation),
                "CF_XDR_SHXYM", PenaltyFile.code(organisation),
                "CF_FR", "甲某",
                "CF_JG", "罚款人民币50000元，警告。"));
        row.putAll(Map.of(
                "CF_JDRQ", "2017/06/05",
                "CF_XZJG", "示例市市场监督管理局",
                "CF_ZT", "0",
                "DFBM", "990101",
                "SJC", "2017/06/06 10:00:00",
                "CF_XDR_LB", "法人及非法人组织",
                "CF_NR_FK", "5",
                "CF_CFJGDM", PenaltyFile.AUTHORITY,
                "CF_SJLY", "示例市市场监督管理局",
                "CF_SJLYDM", PenaltyFile.AUTHORITY));
        return row;
    }
}
