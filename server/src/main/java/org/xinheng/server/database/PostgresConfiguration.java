package org.xinheng.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of {@code postgresql.conf}, written anew at each start; the operator's own word is {@code local.conf}. */
final class PostgresConfiguration {

    private static final long PARALLEL_QUERY_ROOM = 512L << 20;

    private PostgresConfiguration() {}

    static String of(PostgresSettings settings) throws IOException {
        var memory = PostgresSettings.memoryMegabytes();
        return """
                # Written by Xinheng at each start. Your own settings belong into postgres/local.conf.
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'
                max_connections = %d
                superuser_reserved_connections = 3

                # Committed means written.
                fsync = on
                full_page_writes = on
                synchronous_commit = on

                shared_buffers = '%dMB'
                effective_cache_size = '%dMB'
                work_mem = '16MB'
                maintenance_work_mem = '%dMB'
                dynamic_shared_memory_type = '%s'
                wal_buffers = '16MB'
                min_wal_size = '%dMB'
                max_wal_size = '%dMB'
                checkpoint_timeout = '15min'
                checkpoint_completion_target = 0.9
                random_page_cost = 1.1
                effective_io_concurrency = 64
                jit = off
                timezone = 'Asia/Shanghai'

                # No row content in the log: an ERROR may quote a value, a DETAIL a key, a statement both.
                log_destination = 'stderr'
                log_timezone = 'Asia/Shanghai'
                log_min_messages = log
                log_min_error_statement = panic
                log_error_verbosity = terse
                log_statement = none
                log_min_duration_statement = -1
                log_parameter_max_length = 0
                log_parameter_max_length_on_error = 0

                include_if_exists = '../local.conf'
                """.formatted(
                        settings.maxConnections(),
                        settings.sharedBuffersMegabytes(),
                        memory / 2,
                        Math.clamp(memory / 16, 64, 512),
                        sharedMemory(),
                        Math.min(512, settings.maxWalMegabytes() / 2),
                        settings.maxWalMegabytes());
    }

    /** A container's {@code /dev/shm} is often 64 MB, too little for a parallel query. */
    private static String sharedMemory() throws IOException {
        var shm = Path.of("/dev/shm");
        var roomy = Files.isDirectory(shm) && Files.getFileStore(shm).getTotalSpace() >= PARALLEL_QUERY_ROOM;
        return roomy ? "posix" : "mmap";
    }
}
