package org.xinheng.server.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A department's program with its tokens and files. */
abstract class DeliveriesServer extends RecordsServer {

    static final String QUERY = "type=administrative-penalty&fileName=penalties.csv";
    String token = "";
    String office = "";

    @BeforeEach
    void fetchTokens() throws Exception {
        token = token("market");
        office = token("office");
    }

    PenaltyFile file(int firstOrganisation, int count) {
        return penalties(base + firstOrganisation, count);
    }

    HttpResponse<String> hand(PenaltyFile file) throws IOException, InterruptedException {
        return server.deliver(QUERY, token, file.text().getBytes(UTF_8));
    }

    static String counts(JsonNode delivery) {
        JsonNode counts = delivery.path("counts");
        return "%d=%d+%d+%d+%d+%d"
                .formatted(
                        counts.path("received").asInt(),
                        counts.path("accepted").asInt(),
                        counts.path("unchanged").asInt(),
                        counts.path("waiting").asInt(),
                        counts.path("refused").asInt(),
                        counts.path("outOfScope").asInt());
    }
}
