package org.xinheng.server.casework.port;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes each hand-over and each result into a file of its own, for whoever carries them to the window. */
public final class FileRepairWindow implements RepairWindow {

    private static final String SAFE = "[^A-Za-z0-9._-]";

    private final Path folder;

    public FileRepairWindow(Path folder) {
        this.folder = folder;
    }

    @Override
    public void handOver(String number, String content) throws IOException {
        write("application-" + number, content);
    }

    @Override
    public void returnResult(String number, int step, String content) throws IOException {
        write("result-" + number + "-" + step, content);
    }

    /** Whole or not at all: a carrier never sees half a file. */
    private void write(String name, String content) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(name.replaceAll(SAFE, "_") + ".json");
        Path part = folder.resolve(file.getFileName() + ".part");
        Files.writeString(part, content);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
