package org.xinheng.server.publicity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.calendar.WorkingCalendar;
import org.xinheng.core.code.CodeTables;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Basis;
import org.xinheng.core.policy.CodeList;
import org.xinheng.core.policy.Confidence;
import org.xinheng.core.policy.DatedTable;
import org.xinheng.core.policy.DeadlineRule;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Field.FieldType;
import org.xinheng.core.policy.Field.Privacy;
import org.xinheng.core.policy.Field.Role;
import org.xinheng.core.policy.GateRules;
import org.xinheng.core.policy.Place;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.Rule;
import org.xinheng.core.policy.SeverityClass;
import org.xinheng.core.policy.SubjectKind;
import org.xinheng.core.policy.Title;
import org.xinheng.core.policy.Validity;

/** A small policy of a place that does not exist, with one neutral and one adverse record type. */
public final class SamplePolicy {

    public static final String PERMIT = "administrative-permit";
    public static final String PENALTY = "administrative-penalty";
    public static final String AUTHORITY = "11990101MB0000017K";

    private static final LocalDate EARLY = LocalDate.of(2000, 1, 1);

    private SamplePolicy() {}

    public static Policy policy() {
        Map<String, RecordType> types = new LinkedHashMap<>();
        types.put(PERMIT, permit());
        types.put(PENALTY, penalty());
        return new Policy(
                "sample",
                "0".repeat(64),
                place(),
                WorkingCalendar.of(List.of(), List.of()),
                new CodeTables(Map.of("91", "企业", "92", "个体工商户", "11", "机关"), java.util.Set.of("990101", "990102")),
                types,
                Map.of("penalty-kind", penaltyKinds()),
                Map.of(PENALTY, gate()),
                deadlines(),
                List.of(new Authority(
                        AUTHORITY,
                        "market-1",
                        new Title("示例市东湖区市场监督管理局", "Donghu District Market Regulation Office"),
                        "990101",
                        new Validity(EARLY, null),
                        null)),
                Map.of(),
                List.of(),
                List.of());
    }

    private static Place place() {
        return new Place(
                new Title("示例市", "Sample City"),
                "990100",
                new Title("示例市发展和改革委员会", "Sample City Development and Reform Commission"),
                new Title("示例市公共信用信息平台", "Public Credit Information Platform of Sample City"),
                List.of(
                        new Place.Division("990101", new Title("东湖区", "Donghu District")),
                        new Place.Division("990102", new Title("西山县", "Xishan County"))),
                "market-1");
    }

    private static RecordType permit() {
        return type(
                PERMIT,
                1,
                new Title("行政许可", "Permits"),
                RecordType.Nature.NEUTRAL,
                List.of(
                        field(
                                "XK_XDR_MC",
                                "行政相对人名称",
                                "Name of the party",
                                FieldType.TEXT,
                                Role.SUBJECT_NAME,
                                Privacy.PUBLIC,
                                null),
                        field(
                                "XK_XDR_SHXYM",
                                "统一社会信用代码",
                                "Unified social credit code",
                                FieldType.USCC,
                                Role.SUBJECT_CODE,
                                Privacy.PUBLIC,
                                null),
                        field(
                                "XK_FRDB",
                                "法定代表人",
                                "Legal representative",
                                FieldType.TEXT,
                                Role.NONE,
                                Privacy.SHARED,
                                null),
                        field(
                                "XK_XKWS",
                                "许可决定文书名称",
                                "Title of the decision",
                                FieldType.TEXT,
                                Role.DOCUMENT_TITLE,
                                Privacy.PUBLIC,
                                null),
                        field(
                                "XK_WSH",
                                "许可决定文书号",
                                "Document number",
                                FieldType.TEXT,
                                Role.DOCUMENT_NUMBER,
                                Privacy.PUBLIC,
                                null),
                        field(
                                "XK_NR",
                                "许可内容",
                                "Content of the permit",
                                FieldType.TEXT,
                                Role.CONTENT,
                                Privacy.FREE_TEXT,
                                null),
                        field("XK_JDRQ", "许可决定日期", "Decided on", FieldType.DATE, Role.DECIDED_ON, Privacy.PUBLIC, null),
                        field("XK_YXQZI", "有效期至", "Valid until", FieldType.DATE, Role.VALID_TO, Privacy.PUBLIC, null),
                        field(
                                "XK_XKJG",
                                "许可机关",
                                "Authority",
                                FieldType.TEXT,
                                Role.AUTHORITY_NAME,
                                Privacy.PUBLIC,
                                null)));
    }

    private static RecordType penalty() {
        return type(
                PENALTY,
                2,
                new Title("行政处罚", "Penalties"),
                RecordType.Nature.ADVERSE,
                List.of(
                        field(
                                "CF_XDR_MC",
                                "行政相对人名称",
                                "Name of the party",
                                FieldType.TEXT,
                                Role.SUBJECT_NAME,
                                Privacy.PUBLIC,
                                null),
                        field(
                                "CF_XDR_SHXYM",
                                "统一社会信用代码",
                                "Unified social credit code",
                                FieldType.USCC,
                                Role.SUBJECT_CODE,
                                Privacy.PUBLIC,
                                null),
                        field(
                                "CF_FRDB",
                                "法定代表人",
                                "Legal representative",
                                FieldType.TEXT,
                                Role.NONE,
                                Privacy.SHARED,
                                null),
                        field(
                                "CF_WSH",
                                "处罚决定书文号",
                                "Document number",
                                FieldType.TEXT,
                                Role.DOCUMENT_NUMBER,
                                Privacy.PUBLIC,
                                null),
                        field(
                                "CF_WFXW",
                                "违法行为类型",
                                "Type of violation",
                                FieldType.TEXT,
                                Role.CONDUCT,
                                Privacy.FREE_TEXT,
                                null),
                        field("CF_SY", "违法事实", "Facts", FieldType.TEXT, Role.NONE, Privacy.FREE_TEXT, null),
                        field(
                                "CF_YJ",
                                "处罚依据",
                                "Legal basis",
                                FieldType.TEXT,
                                Role.LEGAL_BASIS,
                                Privacy.FREE_TEXT,
                                null),
                        field(
                                "CF_CFLB",
                                "处罚类别",
                                "Kinds of penalty",
                                FieldType.ENUM,
                                Role.KIND,
                                Privacy.PUBLIC,
                                "penalty-kind"),
                        field("CF_NR_FK", "罚款金额", "Fine", FieldType.AMOUNT_WAN, Role.FINE_WAN, Privacy.PUBLIC, null),
                        field("CF_JDRQ", "处罚决定日期", "Decided on", FieldType.DATE, Role.DECIDED_ON, Privacy.PUBLIC, null),
                        field(
                                "CF_CFJG",
                                "处罚机关",
                                "Authority",
                                FieldType.TEXT,
                                Role.AUTHORITY_NAME,
                                Privacy.PUBLIC,
                                null)));
    }

    private static RecordType type(String id, int number, Title title, RecordType.Nature nature, List<Field> fields) {
        return new RecordType(
                rule(id, title, "《示例办法》", "第五条"),
                number,
                nature,
                RecordType.Target.ARCHIVE,
                RecordType.Openness.PUBLIC,
                List.of(SubjectKind.ORGANISATION, SubjectKind.INDIVIDUAL_BUSINESS),
                "administration",
                fields,
                List.of(Role.AUTHORITY_CODE, Role.DOCUMENT_NUMBER),
                List.of("自然人"),
                List.of(),
                "feed-cycle");
    }

    private static Field field(
            String name, String zh, String en, FieldType type, Role role, Privacy privacy, @Nullable String codeList) {
        return new Field(
                name,
                new Title(zh, en),
                List.of(),
                type,
                5000,
                codeList,
                codeList != null,
                role,
                privacy,
                new Field.Requirement.Never(),
                type == FieldType.DATE ? new Field.Bounds(null, false, 2099, null) : Field.Bounds.NONE,
                null,
                true);
    }

    private static CodeList penaltyKinds() {
        Map<String, Title> values = new LinkedHashMap<>();
        values.put("警告", new Title("警告", "Warning"));
        values.put("罚款", new Title("罚款", "Fine"));
        values.put("没收违法所得", new Title("没收违法所得", "Confiscation of illegal gains"));
        return new CodeList(
                rule("penalty-kind", new Title("处罚类别", "Kinds of penalty"), "《行政处罚法》", "第九条"),
                values,
                Map.of(),
                List.of("其他-"),
                "；;");
    }

    private static GateRules gate() {
        Rule rule = rule("windows", new Title("公示期限", "Publication terms"), "《信用修复管理办法》", "第八条");
        return new GateRules(
                rule,
                PENALTY,
                GateRules.ShownUntil.WINDOW_OF_CLASS,
                List.of(),
                Map.of("general", new SeverityClass("general", new Title("一般", "General"), 2)),
                new DatedTable<>(
                        List.of(new GateRules.SeverityTable(
                                rule,
                                List.of(new GateRules.SeverityRow("罚款", BigDecimal.ZERO, null, "general", false)))),
                        table -> table.rule().validity()),
                new DatedTable<>(
                        List.of(new GateRules.WindowTable(
                                rule,
                                Map.of("general", new GateRules.Window(true, Period.ofMonths(3), Period.ofYears(1))))),
                        table -> table.rule().validity()),
                new DatedTable<>(
                        List.of(),
                        (GateRules.SimplifiedBound bound) -> bound.rule().validity()),
                List.of(),
                List.of("警告"),
                true);
    }

    private static Map<String, DatedTable<DeadlineRule>> deadlines() {
        Map<String, DatedTable<DeadlineRule>> deadlines = new LinkedHashMap<>();
        deadlines.put(
                "publication", deadline("publication", new Title("作出决定后公示", "Publication after the decision"), 7));
        return deadlines;
    }

    private static DatedTable<DeadlineRule> deadline(String clock, Title title, int days) {
        return new DatedTable<>(
                List.of(new DeadlineRule(
                        rule(clock, title, "《示例办法》", "第九条"), clock, days, DeadlineRule.Unit.WORKING_DAYS)),
                rule -> rule.rule().validity());
    }

    private static Rule rule(String id, Title title, String document, String article) {
        return new Rule(
                id,
                title,
                new Validity(EARLY, null),
                new Basis(document, null, article, Basis.Level.DEPARTMENT_RULE),
                Confidence.PROPOSED,
                "sample.yaml:1");
    }
}
