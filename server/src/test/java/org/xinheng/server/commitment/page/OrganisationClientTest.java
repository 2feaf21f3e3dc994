package org.xinheng.server.commitment.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.server.access.Permission;
import org.xinheng.server.intake.RecordsServer;
import org.xinheng.server.intake.ServerOfSources;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.testkit.code.CodeMint;
import tools.jackson.databind.JsonNode;

/** A program of an organisation signs for it, and for nobody else. */
class OrganisationClientTest extends RecordsServer {

    private static final String SECRET = "organisation-client-secret";

    @Autowired
    private Organisations register;

    private String code;

    @BeforeEach
    void aProgram() {
        code = code(1);
        setup.organisationClient("erp-" + base, SECRET, code);
    }

    private String code(int number) {
        String made = CodeMint.uscc("91", "990101", 48_000_000L + base + number);
        register.openStubs(Map.of(made, "澜衡示例文具第" + (base + number) + "店"), 1);
        return made;
    }

    private String body(String key, String statement) {
        return object(
                "item", "restaurant-permit",
                "authority", "market",
                "statement", statement,
                "agreed", "yes",
                "key", key);
    }

    private HttpResponse<String> signs(String client, String key, String statement) throws Exception {
        return server.post("/api/v1/commitments", server.token(client, SECRET), body(key, statement));
    }

    @Test
    void theListSaysWhatACommitmentSays() throws Exception {
        JsonNode items = ServerOfSources.json(server.get("/api/v1/commitment-items", null))
                .path("items");
        JsonNode permit = items.valueStream()
                .filter(item -> item.path("id").asString().equals("restaurant-permit"))
                .findFirst()
                .orElseThrow();

        assertThat(permit.path("template")
                        .valueStream()
                        .map(part -> part.path("id").asString()))
                .contains("informed", "liability", "signature");
        assertThat(permit.path("conditions").size()).isPositive();
        assertThat(permit.path("liability").asString()).contains("承诺不实");
    }

    @Test
    void aProgramSignsForItsOrganisationOnce() throws Exception {
        HttpResponse<String> signed = signs("erp-" + base, "key-" + base, "按规定条件经营");
        assertThat(signed.statusCode()).as(signed.body()).isEqualTo(200);
        assertThat(ServerOfSources.json(signed).path("organisation").asString()).isEqualTo(code);

        assertThat(signs("erp-" + base, "key-" + base, "按规定条件经营").body()).isEqualTo(signed.body());
        assertThat(signs("erp-" + base, "key-" + base, "另有承诺").statusCode()).isEqualTo(409);
        assertThat(ServerOfSources.json(server.get("/api/v1/commitments", server.token("erp-" + base, SECRET)))
                        .path("commitments")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void theKeyOfTheHeaderGivesTheSameAnswer() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/commitments"))
                .header("Authorization", "Bearer " + server.token("erp-" + base, SECRET))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "header-" + base)
                .POST(HttpRequest.BodyPublishers.ofString(body("header-key-" + base, "按规定条件经营")))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> first = http.send(request, HttpResponse.BodyHandlers.ofString());
            HttpResponse<String> again = http.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(again.headers().firstValue("Idempotency-Replayed")).isPresent();
        }
    }

    @Test
    void nobodyElsesFileIsSeen() throws Exception {
        String id = ServerOfSources.json(signs("erp-" + base, "key-" + base, "按规定条件经营"))
                .path("id")
                .asString();
        setup.organisationClient("other-" + base, SECRET, code(2));

        assertThat(server.get("/api/v1/commitments/" + id, server.token("other-" + base, SECRET))
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.get("/api/v1/commitments/" + id, server.token("erp-" + base, SECRET))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aClientGivenToADepartmentIsTheOrganisationsNoMore() throws Exception {
        setup.client("erp-" + base, SECRET, Set.of(Permission.ACCEPT_COMMITMENT), "market");

        assertThat(signs("erp-" + base, "key-" + base, "按规定条件经营").statusCode()).isEqualTo(403);
    }
}
