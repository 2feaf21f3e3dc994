package org.xinheng.server.crash;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.intake.PenaltyFile;

/**
 * An approving officer who asks about one organisation again and again, all through the kills. What the officer was told
 * stands in a receipt, and a fault never changes the answer: either it is the one of before, or there is none.
 */
final class OfficerAsking implements AutoCloseable {

    private static final long PAUSE_MILLIS = 60;

    private final DepartmentClient client;
    private final List<String> matters;
    private final Map<String, String> outcomes = new HashMap<>();
    private final Map<Long, String> told = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final Thread thread;
    private volatile boolean closing;

    OfficerAsking(DepartmentClient client, List<String> matters) {
        this.client = client;
        this.matters = List.copyOf(matters);
        thread = Thread.ofPlatform().name("officer-asking").start(this::ask);
    }

    private void ask() {
        try {
            for (int i = 0; !closing; i++) {
                ask(matters.get(i % matters.size()));
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(String matter) throws InterruptedException {
        try {
            note(matter, client.check(PenaltyFile.code(1), matter));
        } catch (IOException e) {
            // Nobody listens, or the line was cut by the kill: then there was no answer.
        }
    }

    private synchronized void note(String matter, HttpResponse<String> answer) {
        switch (answer.statusCode()) {
            case 200 -> {
                var said = DepartmentClient.json(answer);
                told.put(Long.parseLong(said.path("receiptId").asString()), answer.body());
                var outcome = said.path("outcome").asString();
                var before = outcomes.putIfAbsent(matter, outcome);
                if (before != null && !before.equals(outcome)) {
                    faults.add(Instant.now() + " " + matter + ": " + outcome + " after " + before);
                }
            }
            case 503 -> {}
            default -> faults.add(Instant.now() + " answered " + answer.statusCode() + " " + answer.body());
        }
    }

    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    synchronized Map<String, String> outcomes() {
        return Map.copyOf(outcomes);
    }

    synchronized int answers() {
        return told.size();
    }

    /** Receipts of which the database does not say what the officer was told. */
    synchronized List<Long> receiptsLost(JdbcClient sql) {
        var kept = new HashMap<Long, String>();
        sql.sql("SELECT id, answer FROM measure.receipt")
                .query((row, _) -> kept.put(row.getLong(1), row.getString(2)))
                .list();
        return told.entrySet().stream()
                .filter(answer -> !answer.getValue().equals(kept.get(answer.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        thread.interrupt();
        thread.join();
    }
}
