package org.xinheng.server.intake;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.xinheng.core.policy.Authority;
import org.xinheng.server.intake.xlsx.RawWorkbook;
import org.xinheng.testkit.city.Layouts2018;
import org.xinheng.testkit.code.CodeMint;

/** A delivery of penalties in the making, in the 2018 layout. */
public final class PenaltyFile {

    public static final String AUTHORITY = CodeMint.uscc("11", "990101", 7);

    public static final List<String> COLUMNS = Layouts2018.PENALTY;

    private final List<Map<String, String>> rows = new ArrayList<>();
    /** Columns that a file may lack, in the order in which they were first filled. */
    private final Set<String> optional = new LinkedHashSet<>();

    /** The n-th organisation's code. */
    public static String code(int organisation) {
        return CodeMint.uscc("91", "990101", organisation);
    }

    public static String name(int organisation) {
        return "示例市第" + organisation + "商贸有限公司";
    }

    /** A row without fault: a fine of 50,000 yuan, decided on 5 June 2026. */
    public static Map<String, String> row(int organisation, String number) {
        var row = new LinkedHashMap<String, String>();
        COLUMNS.forEach(column -> row.put(column, ""));
        row.put("CF_XDR_MC", name(organisation));
        row.put("CF_XDR_LB", "法人及非法人组织");
        row.put("CF_XDR_SHXYM", code(organisation));
        row.put("CF_FRDB", "甲某");
        row.put("CF_WSH", number);
        row.put("CF_WFXW", "未按规定公示价格");
        row.put("CF_SY", "经查，当事人在经营场所未按规定明码标价，情节一般。");
        row.put("CF_YJ", "《中华人民共和国价格法》第四十二条");
        row.put("CF_CFLB", "罚款");
        row.put("CF_NR", "罚款人民币50000元。");
        row.put("CF_NR_FK", "5");
        row.put("CF_JDRQ", "2026/06/05");
        row.put("CF_YXQ", "2027/06/05");
        row.put("CF_CFJG", "示例市市场监督管理局");
        row.put("CF_CFJGDM", AUTHORITY);
        row.put("CF_SJLY", "示例市市场监督管理局");
        row.put("CF_SJLYDM", AUTHORITY);
        return row;
    }

    /** So many rows without fault, one for each organisation from the first on. */
    /** Rows without fault of one source, which is the authority too. */
    public static PenaltyFile of(Authority source, int firstOrganisation, int count) {
        var file = of(firstOrganisation, count);
        for (int row = 0; row < count; row++) {
            file.set(row, "CF_CFJGDM", source.code())
                    .set(row, "CF_SJLYDM", source.code())
                    .set(row, "CF_CFJG", source.name().zh())
                    .set(row, "CF_SJLY", source.name().zh());
        }
        return file;
    }

    public static PenaltyFile of(int firstOrganisation, int count) {
        var file = new PenaltyFile();
        for (int i = 0; i < count; i++) {
            file.add(row(firstOrganisation + i, number(firstOrganisation + i)));
        }
        return file;
    }

    public static String number(int i) {
        return "示市监罚〔2026〕" + i + "号";
    }

    public PenaltyFile add(Map<String, String> row) {
        rows.add(row);
        return this;
    }

    /** Changes one cell of the n-th row, counted from 0. */
    public PenaltyFile set(int row, String column, String value) {
        if (!COLUMNS.contains(column)) {
            optional.add(column);
        }
        rows.get(row).put(column, value);
        return this;
    }

    public int size() {
        return rows.size();
    }

    public String text() {
        var text = new StringBuilder(String.join(",", columns())).append('\n');
        for (var row : rows) {
            text.append(columns().stream()
                            .map(column -> cell(row.getOrDefault(column, "")))
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
        return text.toString();
    }

    private List<String> columns() {
        var columns = new ArrayList<>(COLUMNS);
        columns.addAll(optional);
        return columns;
    }

    /** Header and rows, cell by cell. */
    List<List<String>> table() {
        var table = new ArrayList<List<String>>();
        table.add(columns());
        for (var row : rows) {
            table.add(columns().stream()
                    .map(column -> row.getOrDefault(column, ""))
                    .toList());
        }
        return table;
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    RawWorkbook workbook() {
        return RawWorkbook.of(table());
    }

    private static String cell(String value) {
        return value.contains(",") || value.contains("\"") || value.contains("\n")
                ? "\"" + value.replace("\"", "\"\"") + "\""
                : value;
    }

    InputStream stream() {
        return stream(StandardCharsets.UTF_8);
    }

    InputStream stream(Charset charset) {
        return new ByteArrayInputStream(text().getBytes(charset));
    }
}
