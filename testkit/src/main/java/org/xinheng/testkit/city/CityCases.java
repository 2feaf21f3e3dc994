package org.xinheng.testkit.city;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cases of the made-up city in several states, as the service hall, the one window of repair and a department send them to the API. */
public final class CityCases {

    private final LocalDate today;

    /** @param today day on which all of it happens */
    public CityCases(LocalDate today) {
        this.today = today;
    }

    /** What a case shows; the name is that of its example in {@code demo.json}. */
    public enum Example {
        /** An open objection: the record carries its mark. */
        OBJECTION_OPEN,
        /** An objection that was answered; its reasons and the next remedy were served. */
        OBJECTION_REJECTED,
        /** A repair on its way. */
        REPAIR_ACCEPTED,
        /** A granted repair: the record's page answers 410, and its correction stands on the board. */
        REPAIR_GRANTED;

        public boolean objection() {
            return this == OBJECTION_OPEN || this == OBJECTION_REJECTED;
        }
    }

    /** Body of the request by which the service hall files an objection about a record. */
    public Map<String, Object> objection(String record) {
        return Map.of(
                "record", record,
                "ground", "wrong",
                "statement", "罚款已于期限内缴清，缴款凭证附后，请核对记载。",
                "papers", "缴款凭证（复印件）",
                "presented", "authorisation",
                "presentedNumber", "授权〔2026〕1号");
    }

    /** Body of the push of an application for repair. */
    public Map<String, Object> push(String record, Example example) {
        return Map.of(
                "applicationNumber",
                "XYZG-DEMO-" + example.ordinal(),
                "record",
                record,
                "appliedOn",
                today.toString(),
                "papers",
                Map.of("performance", "缴款凭证（复印件）", "commitment", "信用承诺书"));
    }

    /** What the body that made the finding does, in order. */
    public List<Map<String, Object>> steps(Example example) {
        return switch (example) {
            case OBJECTION_OPEN -> List.of();
            case OBJECTION_REJECTED -> List.of(decided("reject", "经核查，缴款凭证属于另一案件，原记载无误。", "异复"));
            case REPAIR_ACCEPTED -> List.of(Map.of("action", "accept"));
            case REPAIR_GRANTED ->
                List.of(Map.of("action", "accept"), decided("grant", "义务已经履行完毕，最短公示期已满，符合修复条件。", "修决"));
        };
    }

    /** Words of a commitment that anybody may give of its own accord. */
    public static String promise() {
        return "依法诚信经营，明码标价，接受社会监督";
    }

    private Map<String, Object> decided(String action, String reason, String word) {
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("action", action);
        step.put("reason", reason);
        step.put("documentNumber", "示" + word + "〔" + today.getYear() + "〕1号");
        step.put("documentDate", today.toString());
        return step;
    }
}
