package org.xinheng.server.casework.page;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** How old a case is, in calendar days from the day of its application, both in Asia/Shanghai. For charts; no period of the law. */
public enum CaseAge {
    WEEK("0-7", 7, CaseText.AGE_WEEK),
    FORTNIGHT("8-15", 15, CaseText.AGE_FORTNIGHT),
    MONTH("16-30", 30, CaseText.AGE_MONTH),
    LONGER("31", Long.MAX_VALUE, CaseText.AGE_LONGER);

    private final String id;
    private final long mostDays;
    private final CaseText title;

    CaseAge(String id, long mostDays, CaseText title) {
        this.id = id;
        this.mostDays = mostDays;
        this.title = title;
    }

    /** As the address writes it. */
    public String id() {
        return id;
    }

    public CaseText title() {
        return title;
    }

    static CaseAge of(CaseLine line, LocalDate today) {
        long days =
                ChronoUnit.DAYS.between(line.file().steps().getFirst().step().day(), today);
        return Arrays.stream(values())
                .filter(age -> days <= age.mostDays)
                .findFirst()
                .orElse(LONGER);
    }
}
