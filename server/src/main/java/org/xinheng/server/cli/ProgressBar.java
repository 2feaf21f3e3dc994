package org.xinheng.server.cli;

import java.io.PrintStream;
import tools.jackson.databind.JsonNode;

/** One line on standard error that grows while a delivery is worked on. */
final class ProgressBar implements DeliveryRun.Progress {

    private static final int WIDTH = 30;

    private final PrintStream err;
    private String last = "";

    ProgressBar(PrintStream err) {
        this.err = err;
    }

    @Override
    public void show(JsonNode delivery) {
        long percent = Math.min(100, delivery.path("progressPercent").asLong());
        int done = (int) (WIDTH * percent / 100);
        String line = "\r[" + "#".repeat(done) + ".".repeat(WIDTH - done) + "] " + percent + "% "
                + CliWords.text(
                        "cli.progress", delivery.path("counts").path("received").asLong());
        if (!line.equals(last)) {
            err.print(line);
            err.flush();
            last = line;
        }
    }

    void end() {
        err.println();
    }
}
