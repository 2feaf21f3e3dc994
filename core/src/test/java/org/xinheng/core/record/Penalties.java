package org.xinheng.core.record;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.calendar.WorkingCalendar;
import org.xinheng.core.code.CodeTables;
import org.xinheng.core.code.OrganisationCode;
import org.xinheng.core.code.Uscc;
import org.xinheng.core.policy.Basis;
import org.xinheng.core.policy.CodeList;
import org.xinheng.core.policy.Confidence;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Field.Bounds;
import org.xinheng.core.policy.Field.FieldType;
import org.xinheng.core.policy.Field.Privacy;
import org.xinheng.core.policy.Field.Requirement;
import org.xinheng.core.policy.Field.Role;
import org.xinheng.core.policy.Place;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.Rule;
import org.xinheng.core.policy.Title;
import org.xinheng.core.policy.Validity;

/** A record type like penalties, with its policy and its rows, small enough to read; made-up codes. */
final class Penalties {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final LocalDate ORDER_36 = LocalDate.of(2026, 4, 1);
    static final String AUTHORITY = Codes.uscc("11990100MA0TE5T0");
    static final String OTHER_AUTHORITY = Codes.uscc("11990100MA0TE5T1");

    private Penalties() {}

    static Rule rule(String id) {
        return new Rule(
                id,
                new Title(id, id),
                new Validity(LocalDate.of(1949, 10, 1), null),
                new Basis("测试规则", null, null, Basis.Level.HOUSE),
                Confidence.PROPOSED,
                "test:1");
    }

    static Rule rule(String id, LocalDate from, @Nullable LocalDate to) {
        Rule any = rule(id);
        return new Rule(id, any.title(), new Validity(from, to), any.basis(), any.confidence(), any.place());
    }

    private static Field field(
            String name, String zh, FieldType type, int length, Role role, Privacy privacy, Requirement requirement) {
        return field(name, zh, type, length, role, privacy, requirement, null, Bounds.NONE);
    }

    private static Field field(
            String name,
            String zh,
            FieldType type,
            int length,
            Role role,
            Privacy privacy,
            Requirement requirement,
            @Nullable String list,
            Bounds bounds) {
        return new Field(
                name,
                new Title(zh, name),
                List.of(),
                type,
                length,
                list,
                role == Role.KIND,
                role,
                privacy,
                requirement,
                bounds,
                null,
                false);
    }

    private static final Requirement ALWAYS = new Requirement.Always();
    private static final Requirement NEVER = new Requirement.Never();

    static List<Field> fields() {
        Bounds decided = new Bounds("1949-10-01", true, 0, null);
        Bounds until = new Bounds("CF_JDRQ", false, 2099, null);
        Bounds amount = new Bounds(null, false, 0, 1000L);
        Requirement ifFine = new Requirement.WhenHolds("CF_CFLB", List.of("罚款"));
        Requirement ifTaken = new Requirement.WhenHolds("CF_CFLB", List.of("没收违法所得", "没收非法财物"));
        return List.of(
                field("CF_XDR_MC", "行政相对人名称", FieldType.TEXT, 200, Role.SUBJECT_NAME, Privacy.PUBLIC, ALWAYS),
                field(
                        "CF_XDR_LB",
                        "行政相对人类别",
                        FieldType.ENUM,
                        64,
                        Role.SUBJECT_CATEGORY,
                        Privacy.PUBLIC,
                        ALWAYS,
                        "category",
                        Bounds.NONE),
                field("CF_XDR_SHXYM", "统一社会信用代码", FieldType.USCC, 64, Role.SUBJECT_CODE, Privacy.PUBLIC, ALWAYS),
                field(
                        "CF_XDR_GSZC",
                        "工商注册号",
                        FieldType.REGISTRATION_NUMBER,
                        50,
                        Role.SUBJECT_OLDER_CODE,
                        Privacy.PUBLIC,
                        NEVER),
                field("CF_XDR_SWDJ", "税务登记号", FieldType.TEXT, 20, Role.SUBJECT_OLDER_CODE, Privacy.PUBLIC, NEVER),
                field("CF_FRDB", "法定代表人", FieldType.TEXT, 50, Role.NONE, Privacy.DROPPED, NEVER),
                field("CF_XDR_ZJHM", "证件号码", FieldType.TEXT, 64, Role.NONE, Privacy.PERSON_MARK, NEVER),
                field("CF_WSH", "行政处罚决定书文号", FieldType.TEXT, 128, Role.DOCUMENT_NUMBER, Privacy.PUBLIC, ALWAYS),
                field("CF_SY", "违法事实", FieldType.TEXT, 5000, Role.CONDUCT, Privacy.FREE_TEXT, ALWAYS),
                field("CF_YJ", "处罚依据", FieldType.TEXT, 2000, Role.LEGAL_BASIS, Privacy.FREE_TEXT, ALWAYS),
                field("CF_CFLB", "处罚类别", FieldType.ENUM, 100, Role.KIND, Privacy.PUBLIC, ALWAYS, "kind", Bounds.NONE),
                field("CF_NR", "处罚内容", FieldType.TEXT, 4000, Role.CONTENT, Privacy.FREE_TEXT, ALWAYS),
                field(
                        "CF_NR_FK",
                        "罚款金额(万元)",
                        FieldType.AMOUNT_WAN,
                        32,
                        Role.FINE_WAN,
                        Privacy.PUBLIC,
                        ifFine,
                        null,
                        amount),
                field(
                        "CF_NR_WFFF",
                        "没收金额(万元)",
                        FieldType.AMOUNT_WAN,
                        32,
                        Role.CONFISCATION_WAN,
                        Privacy.PUBLIC,
                        ifTaken,
                        null,
                        amount),
                field("CF_JDRQ", "处罚决定日期", FieldType.DATE, 32, Role.DECIDED_ON, Privacy.PUBLIC, ALWAYS, null, decided),
                field("CF_YXQ", "处罚有效期", FieldType.DATE, 32, Role.VALID_TO, Privacy.PUBLIC, ALWAYS, null, until),
                field("CF_CFJG", "处罚机关", FieldType.TEXT, 200, Role.AUTHORITY_NAME, Privacy.PUBLIC, ALWAYS),
                field("CF_CFJGDM", "处罚机关代码", FieldType.USCC, 64, Role.AUTHORITY_CODE, Privacy.PUBLIC, ALWAYS),
                field("CF_SJLYDM", "数据来源单位代码", FieldType.USCC, 64, Role.SOURCE_CODE, Privacy.PUBLIC, ALWAYS),
                field("BZ", "备注", FieldType.TEXT, 512, Role.NONE, Privacy.FREE_TEXT, NEVER),
                field(
                        "CF_DMQR",
                        "代码确认",
                        FieldType.ENUM,
                        16,
                        Role.CODE_CONFIRMED,
                        Privacy.SHARED,
                        NEVER,
                        "yes-no",
                        Bounds.NONE),
                field(
                        "CF_SXCD",
                        "失信程度",
                        FieldType.ENUM,
                        32,
                        Role.SEVERITY,
                        Privacy.PUBLIC,
                        NEVER,
                        "severity",
                        Bounds.NONE),
                field(
                        "CF_CXLX",
                        "程序类型",
                        FieldType.ENUM,
                        32,
                        Role.PROCEDURE,
                        Privacy.SHARED,
                        NEVER,
                        "procedure",
                        Bounds.NONE),
                field("CF_ZT", "当前状态", FieldType.ENUM, 16, Role.STATUS, Privacy.PUBLIC, NEVER, "status", Bounds.NONE),
                field("CF_BJSL", "办结数量", FieldType.INTEGER, 18, Role.NONE, Privacy.PUBLIC, NEVER));
    }

    static RecordType type() {
        return type(RecordType.Nature.ADVERSE, RecordType.Target.ARCHIVE, RecordType.Openness.PUBLIC);
    }

    static RecordType type(RecordType.Nature nature, RecordType.Target target, RecordType.Openness openness) {
        return new RecordType(
                rule("administrative-penalty"),
                2,
                nature,
                target,
                openness,
                List.of(),
                "penalties",
                fields(),
                List.of(Role.AUTHORITY_CODE, Role.DOCUMENT_NUMBER, Role.KIND),
                List.of("自然人"),
                List.of(),
                "feed");
    }

    static Policy policy() {
        Map<String, CodeList> lists = new HashMap<>();
        lists.put("category", list("category", Map.of("法人", "法人及非法人组织"), List.of(), "", "法人及非法人组织", "个体工商户"));
        lists.put(
                "kind",
                list(
                        "kind",
                        Map.of("没收非法所得", "没收违法所得"),
                        List.of("其他-", "其他－", "其他："),
                        ";；,，、|",
                        "警告",
                        "通报批评",
                        "罚款",
                        "没收违法所得",
                        "没收非法财物",
                        "吊销许可证件",
                        "责令停产停业"));
        lists.put("yes-no", list("yes-no", Map.of("是", "yes", "否", "no"), List.of(), "", "yes", "no"));
        lists.put(
                "severity",
                list(
                        "severity",
                        Map.of("轻微", "minor", "一般", "general", "严重", "severe"),
                        List.of(),
                        "",
                        "minor",
                        "general",
                        "severe"));
        lists.put(
                "procedure",
                list(
                        "procedure",
                        Map.of("简易", "simplified", "普通", "ordinary"),
                        List.of(),
                        "",
                        "simplified",
                        "ordinary"));
        lists.put("status", list("status", Map.of("有效", "1"), List.of(), "", "1", "2"));
        return new Policy(
                "test",
                "0",
                new Place(
                        new Title("测试市", "Test City"),
                        "990100",
                        new Title("信用办", "Credit Office"),
                        new Title("信用", "Credit"),
                        List.of(),
                        "register"),
                WorkingCalendar.of(List.of(), List.of()),
                Codes.TABLES,
                Map.of(),
                lists,
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of());
    }

    private static CodeList list(
            String id, Map<String, String> aliases, List<String> prefixes, String separators, String... values) {
        Map<String, Title> titles = new LinkedHashMap<>();
        Arrays.stream(values).forEach(value -> titles.put(value, new Title(value, value)));
        return new CodeList(rule(id), titles, aliases, prefixes, separators);
    }

    static RowCheck check() {
        return RowCheck.of(type(), policy(), TODAY, AUTHORITY, null);
    }

    /** A clean row, then with these cells in place of its own: name, value, name, value … */
    static @Nullable String[] row(@Nullable String... changes) {
        Map<String, @Nullable String> cells = new HashMap<>();
        cells.put("CF_XDR_MC", "测试市晨光食品有限公司");
        cells.put("CF_XDR_LB", "法人及非法人组织");
        cells.put("CF_XDR_SHXYM", Codes.SUBJECT);
        cells.put("CF_FRDB", "赵某");
        cells.put("CF_WSH", "测市监罚〔2026〕12号");
        cells.put("CF_SY", "销售超过保质期的食品");
        cells.put("CF_YJ", "《中华人民共和国食品安全法》第一百二十四条");
        cells.put("CF_CFLB", "罚款");
        cells.put("CF_NR", "罚款人民币50000元");
        cells.put("CF_NR_FK", "5");
        cells.put("CF_JDRQ", "2026/5/6");
        cells.put("CF_YXQ", "2099/12/31");
        cells.put("CF_CFJG", "测试市市场监督管理局");
        cells.put("CF_CFJGDM", AUTHORITY);
        cells.put("CF_SJLYDM", AUTHORITY);
        for (int i = 0; i < changes.length; i += 2) {
            cells.put(String.valueOf(changes[i]), changes[i + 1]);
        }
        return fields().stream().map(field -> cells.get(field.name())).toArray(String[]::new);
    }

    static int at(String name) {
        List<Field> fields = fields();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new AssertionError("no field " + name);
    }

    /** Codes that pass, with region 9901xx, which no real place has. */
    static final class Codes {

        static final CodeTables TABLES = new CodeTables(
                Map.of("91", "企业", "92", "个体工商户", "11", "机关", "12", "事业单位", "51", "社会团体"),
                Set.of("990100", "990101", "110000", "110101"));
        static final String SUBJECT = uscc("91990101MA0TE5T0");

        private Codes() {}

        /** @param first16 without the two check characters */
        static String uscc(String first16) {
            String first17 = first16 + OrganisationCode.checkDigit(first16.substring(8));
            return first17 + Uscc.checkCharacter(first17);
        }
    }
}
