package org.xinheng.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.xinheng.server.access.Permission;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.intake.RecordsServer;
import org.xinheng.testkit.city.CityOrganisation;

/** What the demo shows of cases, on penalties that are old enough for a repair. */
class DemoCasesTest extends RecordsServer {

    private static final int PARTIES = 5;
    private static final String SECRET = "test-secret";

    private ApiClient client(String id, Set<Permission> permissions, boolean ofTheDepartment) {
        setup.client(id, SECRET, permissions, ofTheDepartment ? market.id() : null);
        return new ApiClient(URI.create("http://localhost:" + port), id, SECRET);
    }

    private DemoCases cases() {
        var clients = new DemoCases.Clients(
                client(
                        "demo-hall",
                        Set.of(Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.QUERY_AT_WINDOW),
                        false),
                client("demo-department", Set.of(Permission.DELIVER), true),
                client("demo-pushes", Set.of(Permission.PUSH_REPAIRS), false));
        return new DemoCases((ConfigurableApplicationContext) context, clients, market, day());
    }

    private List<CityOrganisation> parties() throws Exception {
        var file = penalties(base, PARTIES);
        List<CityOrganisation> parties = new ArrayList<>();
        for (int i = 0; i < PARTIES; i++) {
            file.set(i, "CF_JDRQ", "2025/12/01");
            parties.add(new CityOrganisation(
                    PenaltyFile.code(base + i), PenaltyFile.name(base + i), "91", "990101", day(), "", "", "", 0));
        }
        deliver(file);
        return parties;
    }

    private static String path(Map<String, Map<String, String>> told, String example, String which) {
        return Objects.requireNonNull(Objects.requireNonNull(told.get(example)).get(which));
    }

    private String page(Map<String, Map<String, String>> told, String example) throws Exception {
        return server.get(path(told, example, "record"), null).body();
    }

    @Test
    void objectionsRepairsAndACommitmentStandInTheirStates() throws Exception {
        var told = cases().found(parties(), PenaltyFile.code(base));

        assertThat(page(told, "objection-open")).contains("异议处理中", PenaltyFile.code(base));
        assertThat(page(told, "objection-rejected")).doesNotContain("异议处理中").contains("罚款已于期限内缴清");
        assertThat(page(told, "repair-accepted")).contains("示市监罚");
        assertThat(server.get(path(told, "repair-granted", "record"), null).statusCode())
                .isEqualTo(410);
        var office = server.token("demo-hall", SECRET);
        for (var state : Map.of(
                        "objection-open", "filed",
                        "objection-rejected", "rejected",
                        "repair-accepted", "accepted",
                        "repair-granted", "repaired")
                .entrySet()) {
            assertThat(server.get("/api/v1" + path(told, state.getKey(), "case"), office)
                            .body())
                    .contains("\"" + state.getValue() + "\"");
        }
        assertThat(server.get("/organisations/" + PenaltyFile.code(base), null).body())
                .contains("主动公开信用承诺");
    }
}
