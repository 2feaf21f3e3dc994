package org.xinheng.server.publicity.own;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.archive.Archive.RecordHistory.Ended;
import org.xinheng.server.archive.Ending;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.publicity.reading.RecordCard;

/**
 * One record as its subject sees it.
 *
 * @param ended how it ended; null while it stands
 * @param day of the look, in Beijing
 */
public record OwnRecord(RecordCard card, @Nullable Ended ended, LocalDate day) {

    /** How it stands towards the public on the day. */
    public OwnFileText state() {
        if (ended != null) {
            return ended.ending() == Ending.REPAIRED ? OwnFileText.STATE_REPAIRED : OwnFileText.STATE_WITHDRAWN;
        }
        RecordVersion version = card.version();
        if (version.window() == null || !version.gate().equals("shown")) {
            return version.gate().equals("held") ? OwnFileText.STATE_HELD : OwnFileText.STATE_INSIDE;
        }
        if (version.marks().stream().anyMatch(mark -> mark.suspends(day))) {
            return OwnFileText.STATE_SUSPENDED;
        }
        if (version.window().covers(day)) {
            return card.open() ? OwnFileText.STATE_SHOWN : OwnFileText.STATE_INSIDE;
        }
        return day.isBefore(version.window().first()) ? OwnFileText.STATE_TO_COME : OwnFileText.STATE_OVER;
    }

    /** Whether the public sees it on the day, so that its page can be opened. */
    public boolean shown() {
        return state() == OwnFileText.STATE_SHOWN;
    }

    /** What stands can be objected to, shown or not. */
    public boolean mayObject() {
        return ended == null;
    }

    /** Finding that is shown, or will be: what is not shown needs no repair. */
    public boolean mayRepair() {
        return ended == null && card.adverse() && card.version().window() != null && state() != OwnFileText.STATE_OVER;
    }

    /** First day on which repair can be asked for, when that day is still to come; null when it can be asked for now. */
    public @Nullable LocalDate repairFrom() {
        LocalDate earliest = card.version().earliestRepair();
        return earliest != null && earliest.isAfter(day) ? earliest : null;
    }
}
