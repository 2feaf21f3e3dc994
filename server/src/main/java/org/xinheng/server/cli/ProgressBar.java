package org.xinheng.server.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** One line on standard error that grows twice: while a file is read, and while its rows are brought into force. */
final class ProgressBar implements DeliveryRun.Progress {

    private static final int WIDTH = 30;
    private static final long MEGABYTE = 1L << 20;

    private final PrintStream err;
    private final boolean linesAreRows;
    private String last = "";

    /** @param file its ending says whether its lines are rows; in a workbook they are not */
    ProgressBar(PrintStream err, Path file) {
        this.err = err;
        this.linesAreRows =
                file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    @Override
    public void sent(long bytes, long of, long lines) {
        long percent = of == 0 ? 100 : 100 * bytes / of;
        show(
                percent,
                linesAreRows
                        ? CliWords.text("cli.progress.rows", Math.max(0, lines - 1))
                        : CliWords.text("cli.progress.bytes", bytes / MEGABYTE, of / MEGABYTE));
    }

    @Override
    public void show(JsonNode delivery) {
        show(
                Math.min(100, delivery.path("progressPercent").asLong()),
                CliWords.text(
                        "cli.progress.loaded",
                        delivery.path("counts").path("received").asLong()));
    }

    private synchronized void show(long percent, String words) {
        int done = (int) (WIDTH * percent / 100);
        String line =
                "\r[" + "#".repeat(done) + ".".repeat(WIDTH - done) + "] %3d%% ".formatted(percent) + words + "   ";
        // One word a percent is enough: a million rows would else be told ten thousand times.
        String told = percent + words.replaceAll("[0-9,]", "");
        if (!told.equals(last)) {
            err.print(line);
            err.flush();
            last = told;
        }
    }

    void end() {
        err.println();
    }
}
