package org.xinheng.packs.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.xinheng.packs.Project;

/** One run of a command as a shell sees it. */
record Run(int exit, String out, String err) {

    static Run of(String... arguments) {
        return with(new byte[0], arguments);
    }

    static Run withInput(String input, String... arguments) {
        return with(input.getBytes(StandardCharsets.UTF_8), arguments);
    }

    static Run with(byte[] input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console =
                new Console(new ByteArrayInputStream(input), out, new PrintStream(err, true, StandardCharsets.UTF_8));
        int exit = Tools.run(console, Map.of(), Project.home(), arguments);
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    List<String> lines() {
        return out.lines().toList();
    }
}
