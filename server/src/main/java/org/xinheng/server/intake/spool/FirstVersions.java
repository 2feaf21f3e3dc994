package org.xinheng.server.intake.spool;

import java.time.LocalDate;
import org.xinheng.server.archive.NewVersion;
import org.xinheng.server.archive.Publication;

/**
 * First versions of records that were decided on one day and first received on one day.
 *
 * @param records how many
 * @param shown those that the gate let out to the public
 * @param repairNotices those that came with the day on which the notice of repair was served (两书同达)
 */
public record FirstVersions(int records, int shown, int repairNotices) {

    /** What they have in common (Asia/Shanghai). */
    public record Days(LocalDate decidedOn, LocalDate receivedOn) {}

    /** One first version, counted. */
    public static FirstVersions of(NewVersion version, boolean repairNotice) {
        var shown = version.publication().gate() == Publication.Gate.SHOWN;
        return new FirstVersions(1, shown ? 1 : 0, repairNotice ? 1 : 0);
    }

    public FirstVersions plus(FirstVersions more) {
        return new FirstVersions(records + more.records, shown + more.shown, repairNotices + more.repairNotices);
    }
}
