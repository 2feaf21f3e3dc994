package org.xinheng.server.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.intake.ServerOfSources.json;

import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.core.policy.Authority;
import org.xinheng.server.access.Permission;

/** A body delivers for another (代报) as far as a mandate of the pack reaches, and no further. */
class MandateTest extends RecordsServer {

    private Authority finance;
    private Authority mandator;

    @BeforeEach
    void openFinance() {
        finance = inForce.policy().authority("finance").orElseThrow();
        mandator = inForce.policy().authority("finance-xinlan").orElseThrow();
        setup.client("finance", "test-secret", Set.of(Permission.DELIVER), finance.id());
        setup.client("finance-xinlan", "test-secret", Set.of(Permission.DELIVER), mandator.id());
    }

    private HttpResponse<String> deliver(String client, String type, String source) throws Exception {
        return server.deliver(
                "type=" + type + "&fileName=penalties.csv&source=" + source,
                token(client),
                penalties(mandator, base, 2).text().getBytes(UTF_8));
    }

    @Test
    void theMandatoryDeliversUnderTheNameOfTheSource() throws Exception {
        var taken = deliver("finance", PENALTY, "finance-xinlan");

        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        var delivery = server.settled(taken, token("finance"));
        assertThat(delivery.path("counts").path("accepted").asInt())
                .as(delivery.toString())
                .isEqualTo(2);
        assertThat(delivery.path("source").asString()).isEqualTo(mandator.code());
        assertThat(delivery.path("deliveredBy").asString()).isEqualTo(finance.code());
        assertThat(delivery.path("mandate").asString()).isEqualTo("mandate.xinlan-finance");
        String address = "/api/v1/deliveries/" + delivery.path("id").asString();
        assertThat(server.get(address, token("finance-xinlan")).statusCode()).isEqualTo(200);
        assertThat(server.get(address, token("market")).statusCode()).isEqualTo(404);
        assertThat(clerkOf(mandator)
                        .reads("/deliveries/" + delivery.path("id").asString())
                        .body())
                .contains(finance.name().zh())
                .contains("mandate.xinlan-finance");
    }

    @Test
    void anotherRecordTypeIsRefusedWithTheRule() throws Exception {
        var refused = deliver("finance", "administrative-permit", "finance-xinlan");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(json(refused).path("detail").asString())
                .contains("mandate.xinlan-finance")
                .contains("昕财函〔2025〕18号")
                .contains("administrative-penalty");
    }

    @Test
    void outsideItsDaysAMandateGivesNothing() throws Exception {
        today("2027-01-01");
        var late = deliver("finance", PENALTY, "finance-xinlan");
        today("2026-06-10");

        assertThat(late.statusCode()).isEqualTo(403);
        assertThat(json(late).path("detail").asString())
                .contains("mandate.xinlan-finance")
                .contains("2026-12-31");
    }

    @Test
    void noMandateWorksBackwardsOrForSomebodyElse() throws Exception {
        assertThat(deliver("finance-xinlan", PENALTY, "finance").statusCode()).isEqualTo(403);
        assertThat(deliver("finance", PENALTY, "market").statusCode()).isEqualTo(403);
    }

    @Test
    void thePageOffersTheSourcesOfTheMandate() throws Exception {
        assertThat(clerkOf(finance).reads("/deliveries").body()).contains(mandator.code());
        assertThat(clerkOf(ecology).reads("/deliveries").body()).doesNotContain(mandator.code());
    }
}
