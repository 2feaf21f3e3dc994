package org.xinheng.server.crash;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.xinheng.core.policy.Authority;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.intake.RowCounts;

/**
 * The n-th delivery of a run, and what must come of it whatever is killed: some rows are corrections that carry its number
 * for readers to see, some are new, some stand already, and each other answer is there too.
 */
final class NumberedDelivery {

    /** Organisations whose record every delivery corrects: fewer than a page of a list. */
    static final int MARKED = 16;

    static final int FRESH = 240;
    static final int SAME = 40;
    static final int TWINS = 2;
    static final int WAITING = 3;
    static final int REFUSED = 4;
    static final int PERSONS = 3;

    /** Organisations that the fresh rows concern, in turn. */
    static final int POOL = 300;

    private static final int FIRST_MARKED = 1;
    private static final int FIRST_SAME = 100;
    private static final int FIRST_OF_POOL = 1000;

    private final int number;
    private final Authority source;
    private final LocalDate today;
    private final byte[] file;

    NumberedDelivery(int number, Authority source, LocalDate today) {
        this.number = number;
        this.source = source;
        this.today = today;
        this.file = rows().text().getBytes(StandardCharsets.UTF_8);
    }

    /** The day on which the marked records were decided, and no others. */
    static LocalDate markedOn(LocalDate today) {
        return today.minusDays(30);
    }

    /** Stands in what the marked records say. */
    static String mark(int number) {
        return "版次%05d".formatted(number);
    }

    int number() {
        return number;
    }

    String key() {
        return "delivery-" + number;
    }

    byte[] file() {
        return file;
    }

    RowCounts expected() {
        int accepted = MARKED + FRESH + (number == 0 ? SAME : 0);
        int unchanged = TWINS + (number == 0 ? 0 : SAME);
        return new RowCounts(
                accepted + unchanged + WAITING + REFUSED + PERSONS, accepted, unchanged, WAITING, REFUSED, PERSONS);
    }

    /** Records that begin with it. */
    int firsts() {
        return FRESH + (number == 0 ? MARKED + SAME : 0);
    }

    /** All organisations that deliveries 0 to {@code last} concern. */
    static int organisations(int last) {
        return MARKED + SAME + Math.min(POOL, FRESH * (last + 1));
    }

    private PenaltyFile rows() {
        var rows = new PenaltyFile();
        for (int i = 0; i < MARKED; i++) {
            var row = row(FIRST_MARKED + i, "标〔2026〕" + i + "号", markedOn(today));
            row.put("CF_WFXW", "未按规定明码标价（" + mark(number) + "）");
            // From two million yuan on a fine keeps its organisation out of public procurement.
            row.put("CF_NR", "罚款人民币3000000元。");
            row.put("CF_NR_FK", "300");
            rows.add(row);
        }
        for (int i = 0; i < FRESH; i++) {
            rows.add(fresh(i));
        }
        for (int i = 0; i < SAME; i++) {
            rows.add(row(FIRST_SAME + i, "同〔2026〕" + i + "号", today.minusDays(60)));
        }
        for (int i = 0; i < TWINS; i++) {
            rows.add(fresh(i));
        }
        addUnaccepted(rows);
        return rows;
    }

    private void addUnaccepted(PenaltyFile rows) {
        for (int i = 0; i < WAITING; i++) {
            var row = row(FIRST_OF_POOL, "待〔2026〕" + number + "-" + i + "号", today.minusDays(50));
            row.put("CF_XDR_SHXYM", "");
            rows.add(row);
        }
        for (int i = 0; i < REFUSED; i++) {
            var row = row(FIRST_OF_POOL, "误〔2026〕" + number + "-" + i + "号", today.minusDays(50));
            row.put("CF_JDRQ", "2026/02/30");
            rows.add(row);
        }
        for (int i = 0; i < PERSONS; i++) {
            var row = row(FIRST_OF_POOL, "人〔2026〕" + number + "-" + i + "号", today.minusDays(50));
            row.put("CF_XDR_LB", "自然人");
            rows.add(row);
        }
    }

    private Map<String, String> fresh(int i) {
        int organisation = FIRST_OF_POOL + Math.floorMod(number * FRESH + i, POOL);
        return row(organisation, "新〔2026〕" + number + "-" + i + "号", today.minusDays(40 + i % 10));
    }

    private Map<String, String> row(int organisation, String document, LocalDate decided) {
        var row = PenaltyFile.row(organisation, document);
        row.put("CF_JDRQ", DateTimeFormatter.ISO_LOCAL_DATE.format(decided));
        row.put("CF_YXQ", DateTimeFormatter.ISO_LOCAL_DATE.format(decided.plusYears(1)));
        row.put("CF_CFJG", source.name().zh());
        row.put("CF_CFJGDM", source.code());
        row.put("CF_SJLY", source.name().zh());
        row.put("CF_SJLYDM", source.code());
        return row;
    }
}
