package org.xinheng.server.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Delivers a file and waits until every row has its answer. */
final class DeliveryRun {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> COUNTS =
            List.of("received", "accepted", "unchanged", "waiting", "refused", "outOfScope");
    private static final Set<String> FINAL = Set.of("CLOSED", "REJECTED");
    private static final long POLL_MILLIS = 100;

    private final ApiClient api;

    DeliveryRun(ApiClient api) {
        this.api = api;
    }

    /** @param source id or code of the department; null for the register's own source */
    JsonNode deliver(Path file, String type, @Nullable String source, boolean historical, Progress progress) {
        return await(api.upload(address(type, source, historical), file, progress), progress);
    }

    /** Waits for a delivery that was just taken. */
    JsonNode await(JsonNode taken, Progress progress) {
        String id = taken.path("id").asString();
        while (true) {
            JsonNode delivery = api.get("/api/v1/deliveries/" + id);
            progress.show(delivery);
            if (FINAL.contains(delivery.path("state").asString())) {
                return delivery;
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CommandRefused(CliWords.text("cli.interrupted", id));
            }
        }
    }

    static String address(String type, @Nullable String source, boolean historical) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("type", type);
        if (source != null) {
            parameters.put("source", source);
        }
        parameters.put("historical", String.valueOf(historical));
        return "/api/v1/deliveries" + ApiClient.query(parameters);
    }

    static boolean rejected(JsonNode delivery) {
        return delivery.path("state").asString().equals("REJECTED");
    }

    /** The one line of counts for standard output. */
    static String counts(JsonNode delivery) {
        Map<String, Long> line = new LinkedHashMap<>();
        for (String count : COUNTS) {
            line.put(count, delivery.path("counts").path(count).asLong());
        }
        return JSON.writeValueAsString(line);
    }

    /** Sees the delivery after each look. */
    @FunctionalInterface
    interface Progress {
        void show(JsonNode delivery);

        /** Hears how much of the file has gone out, and how many lines were in it. */
        default void sent(long bytes, long of, long lines) {}
    }
}
