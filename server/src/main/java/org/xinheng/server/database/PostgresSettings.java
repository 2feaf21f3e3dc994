package org.xinheng.server.database;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/**
 * Place and size of the embedded PostgreSQL.
 *
 * @param folder the installation's data folder, {@code DIR}
 * @param sharedBuffersMegabytes PostgreSQL's own page cache
 * @param maxWalMegabytes write-ahead log kept between two checkpoints under load
 * @param maxConnections connections of all pools together
 */
public record PostgresSettings(Path folder, int sharedBuffersMegabytes, int maxWalMegabytes, int maxConnections) {

    private static final int USUAL_SHARED_BUFFERS = 512;

    public PostgresSettings {
        folder = folder.toAbsolutePath().normalize();
    }

    /** The usual sizes: 512 MB of shared buffers, or a quarter of a smaller machine's memory. */
    public static PostgresSettings of(Path folder) {
        var sharedBuffers = (int) Math.min(USUAL_SHARED_BUFFERS, memoryMegabytes() / 4);
        return new PostgresSettings(folder, sharedBuffers, 4096, 64);
    }

    public PostgresSettings withSharedBuffersMegabytes(int megabytes) {
        return new PostgresSettings(folder, megabytes, maxWalMegabytes, maxConnections);
    }

    static long memoryMegabytes() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() >> 20;
    }
}
