package org.xinheng.packs.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and writes.
 *
 * @param in standard input
 * @param out machine-readable output, unbuffered; UTF-8 is written to it
 * @param err words for people, in UTF-8
 */
public record Console(InputStream in, OutputStream out, PrintStream err) {

    /** The process's own streams; in UTF-8 whatever the machine's locale says. */
    public static Console ofProcess() {
        return new Console(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }
}
