package org.xinheng.server.archive.store;

import org.xinheng.server.archive.RecordLoading;

/** The 32 tables below {@code archive.version}. */
final class Partitions {

    private Partitions() {}

    static int of(long organisationId) {
        return HashPartition.of(organisationId, RecordLoading.PARTITIONS);
    }

    static String table(int partition) {
        return "version_" + (char) ('0' + partition / 10) + (char) ('0' + partition % 10);
    }
}
