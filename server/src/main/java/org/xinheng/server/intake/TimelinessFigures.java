package org.xinheng.server.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.record.Timeliness;

/**
 * Figures of timeliness (及时性), added up from first versions that are no backlog.
 *
 * @param records first versions of records
 * @param rated those for which the pack sets a period
 * @param late of these, received after their due day
 * @param provisional of these, counted over a year without notice of holidays: to be counted again
 * @param shown those that the gate let out to the public
 * @param platformDays working days of the rated ones from first receipt until in force, all together: the platform's own time
 * @param longestPlatformDays the longest of them
 * @param noticeable those of a type that says when the notice of repair was served
 * @param repairNotices of these, served together with the decision's record (两书同达)
 */
public record TimelinessFigures(
        int records,
        int rated,
        int late,
        int provisional,
        int shown,
        long platformDays,
        long longestPlatformDays,
        int noticeable,
        int repairNotices) {

    public static final TimelinessFigures NONE = new TimelinessFigures(0, 0, 0, 0, 0, 0, 0, 0, 0);
    private static final int DIGITS = 4;

    /**
     * So many records of the same days.
     *
     * @param timeliness null where the pack sets no period
     */
    public static TimelinessFigures of(
            int records, @Nullable Timeliness timeliness, int shown, int noticeable, int repairNotices) {
        if (timeliness == null) {
            return new TimelinessFigures(records, 0, 0, 0, shown, 0, 0, noticeable, repairNotices);
        }
        return new TimelinessFigures(
                records,
                records,
                timeliness.late() ? records : 0,
                timeliness.provisional() ? records : 0,
                shown,
                records * timeliness.daysToPublication(),
                timeliness.daysToPublication(),
                noticeable,
                repairNotices);
    }

    public TimelinessFigures plus(TimelinessFigures more) {
        return new TimelinessFigures(
                records + more.records,
                rated + more.rated,
                late + more.late,
                provisional + more.provisional,
                shown + more.shown,
                platformDays + more.platformDays,
                Math.max(longestPlatformDays, more.longestPlatformDays),
                noticeable + more.noticeable,
                repairNotices + more.repairNotices);
    }

    public int onTime() {
        return rated - late;
    }

    /** 迟报率: late ones among those that have a period, to four digits; null where there are none. */
    public @Nullable BigDecimal lateRate() {
        return share(late, rated);
    }

    /** Share of 两书同达, likewise. */
    public @Nullable BigDecimal repairNoticeShare() {
        return share(repairNotices, noticeable);
    }

    /** Working days of the platform for one record on average; null where there are none. */
    public @Nullable BigDecimal averagePlatformDays() {
        return share(platformDays, rated);
    }

    private static @Nullable BigDecimal share(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DIGITS, RoundingMode.HALF_UP);
    }
}
