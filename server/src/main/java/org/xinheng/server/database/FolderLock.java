package org.xinheng.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.xinheng.server.database.DatabaseRefused.Reason;

/** One owner of a data folder: the operating system releases the lock when its process ends, however it ends. */
final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock take(Path folder) {
        try {
            Files.createDirectories(folder);
            var file = folder.resolve("lock");
            var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new DatabaseRefused(
                        Reason.FOLDER_IN_USE, folder, Files.readString(file).strip());
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
            return new FolderLock(channel);
        } catch (IOException e) {
            throw refused(folder, e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** The sentence for a folder that cannot be written, or the fault itself when it is none of the known ones. */
    static RuntimeException refused(Path folder, IOException e) {
        if (String.valueOf(e.getMessage()).contains("No space left on device")) {
            return new DatabaseRefused(e, Reason.DISK_FULL, folder);
        }
        if (e instanceof FileSystemException fault) {
            var telling = Objects.requireNonNullElse(
                    fault.getReason(), fault.getClass().getSimpleName());
            return new DatabaseRefused(e, Reason.NO_PERMISSION, folder, telling + ": " + fault.getFile());
        }
        return new UncheckedIOException(e);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
