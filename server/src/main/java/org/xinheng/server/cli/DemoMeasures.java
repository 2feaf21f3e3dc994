package org.xinheng.server.cli;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.List;
import org.xinheng.core.policy.Authority;
import org.xinheng.testkit.city.CityDelivery;
import org.xinheng.testkit.city.CityMeasures;
import org.xinheng.testkit.city.CityOrganisation;
import tools.jackson.databind.JsonNode;

/**
 * A ban in its public column, and hits of checks in every state: one whose measure was applied, one that was answered otherwise, one that
 * waits. All through the API that every body uses.
 */
final class DemoMeasures {

    private static final String MATTER = "government-procurement";

    private final ApiClient office;
    private final ApiClient buyer;
    private final LocalDate today;

    /** @param buyer client of the body that checks its suppliers */
    DemoMeasures(ApiClient office, ApiClient buyer, LocalDate today) {
        this.office = office;
        this.buyer = buyer;
        this.today = today;
    }

    void fill(List<CityOrganisation> organisations, Authority banning) {
        ban(CityMeasures.ban(organisations, banning, today));
        int hits = 0;
        for (CityOrganisation organisation : organisations) {
            JsonNode answer = buyer.post("/api/v1/checks", CityMeasures.question(organisation.code(), MATTER, today));
            if (answer.path("outcome").asString().equals("HIT") && followed(answer, hits)) {
                hits++;
            }
            if (hits == 3) {
                return;
            }
        }
        throw new IllegalStateException("only " + hits + " hits in the made-up city");
    }

    private void ban(CityDelivery file) {
        JsonNode delivery = new DeliveryRun(office)
                .await(
                        office.upload(
                                DeliveryRun.address(file.type(), file.source(), file.historical()),
                                file.fileName(),
                                BodyPublishers.ofByteArray(file.file())),
                        look -> {});
        if (delivery.path("counts").path("accepted").asInt() != 1) {
            throw new IllegalStateException("the made-up city's ban was refused: " + delivery);
        }
    }

    /** @return false when the guard refuses the measure of this hit, which then waits among the others */
    private boolean followed(JsonNode answer, int before) {
        String path = "/api/v1/checks/" + answer.path("receiptId").asString() + "/feedback";
        String measure = answer.path("measures").get(0).path("id").asString();
        try {
            switch (before) {
                case 0 -> buyer.post(path, CityMeasures.applied(measure, today));
                case 1 -> buyer.post(path, CityMeasures.notApplied(measure));
                default -> buyer.get(path);
            }
            return true;
        } catch (CommandRefused refused) {
            return false;
        }
    }
}
