package org.xinheng.server.cli;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.context.ConfigurableApplicationContext;
import org.xinheng.core.commitment.Act;
import org.xinheng.core.commitment.Outcome;
import org.xinheng.core.commitment.Promise;
import org.xinheng.core.listing.Officer;
import org.xinheng.core.listing.Officer.Post;
import org.xinheng.core.policy.Authority;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.commitment.Commitments;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.testkit.city.CityCases;
import org.xinheng.testkit.city.CityCases.Example;
import org.xinheng.testkit.city.CityOrganisation;
import tools.jackson.databind.JsonNode;

/** Cases of the demo in several states, opened and decided through the API and services by those who may. */
final class DemoCases {

    private static final String PENALTIES = "administrative-penalty";
    private static final String OWN_ACCORD = "own-initiative";

    private final ConfigurableApplicationContext server;
    private final Clients clients;
    private final Authority department;
    private final LocalDate today;
    private final CityCases words;

    /** @param department that delivered the records and made the findings */
    DemoCases(ConfigurableApplicationContext server, Clients clients, Authority department, LocalDate today) {
        this.server = server;
        this.clients = clients;
        this.department = department;
        this.today = today;
        this.words = new CityCases(today);
    }

    /** Service hall, department, and the one window of repair. */
    record Clients(ApiClient hall, ApiClient department, ApiClient window) {}

    /**
     * @param own the organisation that signs in: the open objection and the commitment are its own
     * @return example → paths of its record and its case
     */
    Map<String, Map<String, String>> found(List<CityOrganisation> organisations, String own) {
        Map<Example, String> records = records(organisations, own);
        Map<String, Map<String, String>> told = new LinkedHashMap<>();
        records.forEach((example, record) -> told.put(
                example.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Map.of("record", "/records/" + record, "case", "/cases/" + conducted(example, record))));
        promise(own);
        return told;
    }

    private Map<Example, String> records(List<CityOrganisation> organisations, String own) {
        Map<Example, String> found = new EnumMap<>(Example.class);
        Set<String> taken = new HashSet<>();
        recordOf(own, this::shown).ifPresent(record -> found.put(Example.OBJECTION_OPEN, taking(record, taken)));
        for (Example example : Example.values()) {
            for (CityOrganisation organisation : organisations) {
                if (found.containsKey(example)) {
                    break;
                }
                if (organisation.code().equals(own) || organisation.individualBusiness()) {
                    continue;
                }
                recordOf(organisation.code(), record -> !taken.contains(record.address()) && fits(example, record))
                        .ifPresent(record -> found.put(example, taking(record, taken)));
            }
            if (!found.containsKey(example)) {
                throw new IllegalStateException("no record of the made-up city fits " + example);
            }
        }
        return found;
    }

    private static String taking(RecordVersion record, Set<String> taken) {
        taken.add(record.address());
        return record.address();
    }

    private Optional<RecordVersion> recordOf(String code, Predicate<RecordVersion> wanted) {
        long organisation = organisation(code).id();
        return server.getBean(Archive.class).currentOf(organisation).stream()
                .filter(record -> record.type().equals(PENALTIES) && wanted.test(record))
                .findFirst();
    }

    private Organisation organisation(String code) {
        return server.getBean(Organisations.class).findByCode(code).orElseThrow();
    }

    private boolean shown(RecordVersion record) {
        return record.window() != null && record.window().covers(today);
    }

    private boolean fits(Example example, RecordVersion record) {
        LocalDate earliest = record.earliestRepair();
        boolean ours = record.sourceCode().equals(department.code())
                && record.authorityCode().equals(department.code());
        return shown(record) && ours && (example.objection() || (earliest != null && !earliest.isAfter(today)));
    }

    /** @return id of the case */
    private String conducted(Example example, String record) {
        JsonNode opened = example.objection()
                ? clients.hall().post("/api/v1/cases/objection", words.objection(record))
                : clients.window().post("/api/v1/repairs/pushes", words.push(record, example));
        String id = opened.path("id").asString();
        int seen = opened.path("seen").asInt();
        for (Map<String, Object> step : words.steps(example)) {
            Map<String, Object> body = new HashMap<>(step);
            body.put("seen", seen);
            seen = clients.department()
                    .post("/api/v1/cases/" + id + "/steps", body)
                    .path("seen")
                    .asInt();
        }
        return id;
    }

    /** The organisation signs for itself, of its own accord. */
    private void promise(String own) {
        Commitments commitments = server.getBean(Commitments.class);
        Organisation party = organisation(own);
        Outcome outcome = commitments.sign(
                new Promise(0, "", OWN_ACCORD, commitments.giver(party), acceptingBody(), List.of()),
                new Act.Sign(CityCases.promise(), List.of(), null),
                new Officer("organisation", Long.toString(party.id()), Post.SUBJECT),
                "demo");
        if (!(outcome instanceof Outcome.Accepted)) {
            throw new IllegalStateException("the commitment of the demo was refused: " + outcome);
        }
    }

    private String acceptingBody() {
        return clients.hall()
                .get("/api/v1/commitment-items")
                .path("items")
                .valueStream()
                .filter(item -> item.path("id").asString().equals(OWN_ACCORD))
                .map(item -> item.path("acceptedBy").get(0).asString())
                .findFirst()
                .orElseThrow();
    }
}
