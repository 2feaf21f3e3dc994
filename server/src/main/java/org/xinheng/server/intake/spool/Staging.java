package org.xinheng.server.intake.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import org.xinheng.server.intake.StagingFailed;

/**
 * The folder of deliveries under way, {@code DIR/staging}: one folder for each, with the cleaned rows and then their
 * slices, all sealed; gone when the delivery is closed.
 */
public final class Staging {

    /** For single files; the folder around them lets nobody else in anyway. */
    static final FileAttribute<?> OURS_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final String ROWS = "rows";
    private static final String SLICES = "slices";
    private static final int ROW_CHUNK = 1 << 16;
    private static final int SLICE_CHUNK = 1 << 14;

    private final Path folder;
    private final StagingKey key;
    private final Set<Long> openedByUs = ConcurrentHashMap.newKeySet();

    public Staging(Path folder, byte[] key) {
        this.folder = folder;
        this.key = new StagingKey(key);
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Opens a file for cleaned rows; it has no delivery's name before it is finished. */
    public RowsBeingStaged open(long delivery) throws IOException {
        openedByUs.add(delivery);
        try {
            return new RowsBeingStaged(Files.createDirectories(home(delivery)));
        } catch (IOException e) {
            throw StagingFailed.of(e, folder);
        }
    }

    /** A place for bytes of the file itself while they are read. */
    public Scratches scratches(long delivery) {
        openedByUs.add(delivery);
        return new Scratches(home(delivery));
    }

    public StagedRows rows(long delivery) throws IOException {
        return new StagedRows(new SpoolReader(new SealedInput(home(delivery).resolve(ROWS), key)));
    }

    public long size(long delivery) throws IOException {
        return Files.size(home(delivery).resolve(ROWS));
    }

    /** Begins the slices of a delivery anew, whatever an earlier attempt left. */
    public Slices slices(long delivery, int count) throws IOException {
        var home = home(delivery).resolve(SLICES);
        FileSystemUtils.deleteRecursively(home);
        Files.createDirectories(home);
        return new Slices(home, count);
    }

    /** @param receivedAt of the delivery, for rows that were not received before */
    public SliceRows slice(long delivery, int number, Instant receivedAt) throws IOException {
        var file = home(delivery).resolve(SLICES).resolve(Integer.toString(number));
        return new SliceRows(new SpoolReader(new SealedInput(file, key)), receivedAt);
    }

    public void delete(long delivery) throws IOException {
        FileSystemUtils.deleteRecursively(home(delivery));
        openedByUs.remove(delivery);
    }

    /** The database knows of the delivery, or at least was told: from here on it says whether the folder is needed. */
    public void handOver(long delivery) {
        openedByUs.remove(delivery);
    }

    /**
     * All that lies here but what is just being received: also what a killed run left. Whoever then asks the database which
     * deliveries are under way, in this order, may delete the rest.
     */
    public Set<Long> handedOver() throws IOException {
        try (var homes = Files.list(folder)) {
            var lying = homes.map(home -> Long.valueOf(home.getFileName().toString()))
                    .collect(Collectors.toSet());
            lying.removeAll(openedByUs);
            return lying;
        }
    }

    private Path home(long delivery) {
        return folder.resolve(Long.toString(delivery));
    }

    private static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, Set.of(StandardOpenOption.READ))) {
            channel.force(true);
        }
    }

    /** Cleaned rows on their way to the disk. */
    public final class RowsBeingStaged implements Closeable {

        private final Path home;
        private final Path unfinished;
        private final SealedOutput file;
        private final SpoolWriter writer;

        private RowsBeingStaged(Path home) throws IOException {
            this.home = home;
            unfinished = home.resolve(ROWS + ".unfinished");
            file = new SealedOutput(unfinished, key, ROW_CHUNK);
            writer = new SpoolWriter(file);
        }

        public void add(StagedRow row) throws IOException {
            RowCodec.write(writer, row);
            writer.endRow();
        }

        /** From here on the rows survive a crash. */
        public void finish() throws IOException {
            writer.flush();
            try {
                file.finish();
                file.sync();
                file.close();
                Files.move(unfinished, home.resolve(ROWS), StandardCopyOption.ATOMIC_MOVE);
                sync(home);
                sync(folder);
            } catch (IOException e) {
                throw StagingFailed.of(e, folder);
            }
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    /** Cleaned rows in the order of the file. */
    public static final class StagedRows implements Closeable {

        private final SpoolReader reader;
        private @Nullable StagedRow ahead;

        private StagedRows(SpoolReader reader) {
            this.reader = reader;
        }

        public @Nullable StagedRow next() throws IOException {
            var next = ahead == null ? read() : ahead;
            ahead = null;
            return next;
        }

        /** Number of the row that comes next; larger than any other at the end. */
        public int peekRow() throws IOException {
            if (ahead == null) {
                ahead = read();
            }
            return ahead == null ? Integer.MAX_VALUE : ahead.row();
        }

        private @Nullable StagedRow read() throws IOException {
            return reader.atEnd() ? null : RowCodec.read(reader);
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }

    /** Matched rows, sorted into the slices in which they will be loaded. */
    public final class Slices implements Closeable {

        private final List<SealedOutput> files = new ArrayList<>();
        private final List<SpoolWriter> writers = new ArrayList<>();

        private Slices(Path home, int count) throws IOException {
            for (int i = 0; i < count; i++) {
                var file = new SealedOutput(home.resolve(Integer.toString(i)), key, SLICE_CHUNK);
                files.add(file);
                writers.add(new SpoolWriter(file));
            }
        }

        public void add(int slice, long organisationId, StagedRow.Usable row) throws IOException {
            var writer = writers.get(slice);
            RowCodec.write(writer, organisationId, row);
            writer.endRow();
        }

        /** They need not outlive a crash: they are sorted anew then. */
        public void finish() throws IOException {
            for (int i = 0; i < files.size(); i++) {
                writers.get(i).flush();
                files.get(i).finish();
            }
        }

        @Override
        public void close() throws IOException {
            for (var file : files) {
                file.close();
            }
        }
    }

    /** The rows of one slice in the order of the file. */
    public static final class SliceRows implements Closeable {

        private final SpoolReader reader;
        private final Instant receivedAt;

        private SliceRows(SpoolReader reader, Instant receivedAt) {
            this.reader = reader;
            this.receivedAt = receivedAt;
        }

        public @Nullable MatchedRow next() throws IOException {
            return reader.atEnd() ? null : RowCodec.readMatched(reader, receivedAt);
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
