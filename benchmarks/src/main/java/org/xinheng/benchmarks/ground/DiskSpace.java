package org.xinheng.benchmarks.ground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a run needs on the disk, said before it begins. */
public record DiskSpace(long bytes) {

    private static final long GIGABYTE = 1L << 30;

    /** PostgreSQL itself, its write-ahead log between two checkpoints, and what a full disk must never meet. */
    private static final long BASE = 8 * GIGABYTE;

    /**
     * @param rows rows that lie in the database at the same time, over all its copies
     * @param bytesOfRow with its share of the indexes
     */
    public static DiskSpace forRows(long rows, long bytesOfRow) {
        return new DiskSpace(BASE + rows * bytesOfRow);
    }

    /** @throws Refused when the folder's file system has less room */
    public void require(Path folder) throws IOException {
        long room = Files.getFileStore(folder).getUsableSpace();
        if (room < bytes) {
            throw new Refused("磁盘空间不足：" + folder + " 所在磁盘可用 " + gigabytes(room) + " GB，本项测试需要 " + gigabytes(bytes)
                    + " GB；请用 --data 指定其他位置，或用 --rows 减少行数。 / Not enough disk: " + gigabytes(room) + " GB free at "
                    + folder + ", this benchmark needs " + gigabytes(bytes)
                    + " GB; point --data elsewhere or ask for fewer --rows.");
        }
    }

    public String text() {
        return gigabytes(bytes) + " GB";
    }

    private static String gigabytes(long bytes) {
        return String.format(java.util.Locale.ROOT, "%.1f", (double) bytes / GIGABYTE);
    }
}
