package org.xinheng.server.intake.spool;

/**
 * First versions of records that were decided on one day.
 *
 * @param records how many
 * @param shown those that the gate let out to the public
 * @param repairNotices those that came with the day on which the notice of repair was served (两书同达)
 */
public record FirstVersions(int records, int shown, int repairNotices) {

    public FirstVersions plus(FirstVersions more) {
        return new FirstVersions(records + more.records, shown + more.shown, repairNotices + more.repairNotices);
    }
}
