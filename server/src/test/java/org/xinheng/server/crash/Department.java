package org.xinheng.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.core.policy.Authority;
import org.xinheng.server.intake.RowCounts;

/** A department that delivers and insists: it sends a delivery until it is taken, and asks until every row is answered. */
final class Department {

    private final Authority source;
    private final LocalDate today;
    private final DepartmentClient client;
    private final Map<Integer, NumberedDelivery> deliveries = new TreeMap<>();
    private final Map<String, String> ids = new HashMap<>();

    Department(Authority source, String type, LocalDate today) {
        this.source = source;
        this.today = today;
        client = new DepartmentClient(type);
    }

    /** Is entered at a server that runs, and signs in there. */
    void enter(URI server, JdbcClient sql) throws IOException, InterruptedException {
        client.goTo(server);
        DepartmentClient.enter(sql, source.id());
        client.signIn();
    }

    void goTo(URI server) {
        client.goTo(server);
    }

    DepartmentClient client() {
        return client;
    }

    Map<Integer, NumberedDelivery> deliveries() {
        return deliveries;
    }

    NumberedDelivery next() {
        var next = new NumberedDelivery(deliveries.size(), source, today);
        deliveries.put(next.number(), next);
        return next;
    }

    /** Begins to send it; what is on its way is up to the file. */
    CompletableFuture<HttpResponse<String>> upload(NumberedDelivery delivery, GatedFile file) {
        return client.upload(delivery.key(), file);
    }

    /** Sends it until it is taken; a delivery that was taken before is the same one. */
    void send(NumberedDelivery delivery) throws Exception {
        Await.until("an answer to " + delivery.key(), () -> {
            var answer = client.upload(delivery.key(), delivery.file());
            if (answer.statusCode() == 503) {
                Thread.sleep(50);
                return false;
            }
            if (answer.statusCode() == 401) {
                client.signIn();
                return false;
            }
            know(delivery, answer);
            return true;
        });
    }

    /** Keeps the id by which a delivery was taken. */
    void know(NumberedDelivery delivery, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        var id = DepartmentClient.json(answer).path("id").asString();
        assertThat(ids.putIfAbsent(delivery.key(), id))
                .as("the delivery that was meant by the key before")
                .isIn(null, id);
    }

    /** Sends it again, whatever became of it, and waits for every row's answer. */
    void settle(NumberedDelivery delivery) throws Exception {
        send(delivery);
        var id = String.valueOf(ids.get(delivery.key()));
        Await.until("the end of " + delivery.key(), () -> {
            var answer = client.delivery(id);
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 503);
            if (answer.statusCode() != 200) {
                return false;
            }
            var view = DepartmentClient.json(answer);
            if (!view.path("state").asString().equals("CLOSED")) {
                assertThat(view.path("state").asString()).isIn("RECEIVED", "LOADING");
                Thread.sleep(20);
                return false;
            }
            var counts = view.path("counts");
            assertThat(new RowCounts(
                            counts.path("received").asInt(),
                            counts.path("accepted").asInt(),
                            counts.path("unchanged").asInt(),
                            counts.path("waiting").asInt(),
                            counts.path("refused").asInt(),
                            counts.path("outOfScope").asInt()))
                    .as(delivery.key())
                    .isEqualTo(delivery.expected());
            return true;
        });
    }
}
