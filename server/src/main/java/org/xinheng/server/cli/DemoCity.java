package org.xinheng.server.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;
import org.xinheng.core.listing.Act;
import org.xinheng.core.listing.Officer;
import org.xinheng.core.listing.Outcome;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Matter;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.access.AccountsSetup;
import org.xinheng.server.correction.Consumers;
import org.xinheng.server.listing.Listings;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.service.Document;
import org.xinheng.server.service.DocumentService;
import org.xinheng.testkit.city.CityDelivery;
import org.xinheng.testkit.city.CityListings;
import org.xinheng.testkit.city.CityOrganisation;
import org.xinheng.testkit.city.MadeUpCity;
import org.xinheng.testkit.code.CodeMint;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Founds the made-up city in a running server through the API that every department uses, and writes {@code demo.json}. */
final class DemoCity {

    private static final long SEED = 9901;
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> ANSWERS = List.of("CLEAR", "HIT", "UNKNOWN", "STALE");
    private static final List<String> OF_FRESH_DATA = List.of("CLEAR", "HIT", "UNKNOWN");

    private final ConfigurableApplicationContext server;
    private final Path folder;
    private final Policy policy;
    private final LocalDate today;
    private final MadeUpCity city;
    private final List<CityDelivery> files;
    private final DemoAccess access;
    private final URI address;
    private final ApiClient api;
    private final DeliveryRun deliveries;

    DemoCity(ConfigurableApplicationContext server, Path folder) {
        this.server = server;
        this.folder = folder;
        this.policy = server.getBean(PolicyInForce.class).policy();
        this.today = LocalDate.now(server.getBean(Clock.class));
        this.city = new MadeUpCity(SEED, today, policy);
        this.files = new ArrayList<>(List.of(city.register()));
        files.addAll(city.deliveries());
        this.access = new DemoAccess(department(), policy.place().leadAuthority());
        this.address = URI.create("http://localhost:" + ServerRun.port(server));
        this.api = new ApiClient(address, DemoAccess.OFFICE_CLIENT, DemoAccess.OFFICE_SECRET);
        this.deliveries = new DeliveryRun(api);
    }

    /** Delivers the whole city; a folder in which an earlier founding broke off is refused rather than filled twice. */
    JsonNode found() throws IOException {
        Path begun = folder.resolve("demo.founding");
        if (Files.exists(begun)) {
            throw new CommandRefused(CliWords.text("demo.unfinished", folder));
        }
        Files.createFile(begun);
        access.open(server.getBean(AccountsSetup.class));
        DemoAccess.register(server.getBean(Consumers.class));
        System.err.println(CliWords.text("demo.founding", city.organisations().size(), files.size()));
        settle(upload(files.getFirst()), 1);
        deliver();
        reportZero();
        list();
        new DemoLibrary(server, policy, today).fill();
        new DemoMeasures(api, authority(DemoAccess.BUYER_CLIENT), today)
                .fill(
                        city.organisations(),
                        policy.authority(DemoAccess.DECIDING).orElseThrow());
        ObjectNode demo = card();
        var examples = examples();
        String code = java.util.Objects.requireNonNull(examples.get("HIT")).getOrDefault("code", "");
        access.openOrganisation(server.getBean(AccountsSetup.class), code);
        serve(code);
        demo.set("examples", JSON.valueToTree(examples));
        demo.set("cases", JSON.valueToTree(cases(code)));
        access.openAdvised(server.getBean(AccountsSetup.class), new DemoAdvice(server, api).give());
        Files.delete(begun);
        return demo;
    }

    /** Proceedings in every stage, conducted by the people of the body that decides. */
    private void list() {
        ApiClient officer = authority(DemoAccess.OFFICER_CLIENT);
        ApiClient head = authority(DemoAccess.HEAD_CLIENT);
        for (CityListings.Story story : CityListings.of(city.organisations(), today)) {
            JsonNode proceeding =
                    officer.post("/api/v1/proceedings", story.proposal()).path("proceeding");
            String acts = "/api/v1/proceedings/" + proceeding.path("id").asString() + "/acts";
            for (CityListings.Deed deed : story.deeds()) {
                int seen = proceeding.path("seen").asInt();
                if (deed.by() == CityListings.By.PARTY) {
                    speak(proceeding.path("id").asLong(), seen, deed.act());
                    proceeding = officer.get(
                            "/api/v1/proceedings/" + proceeding.path("id").asString());
                } else {
                    Map<String, String> act = new LinkedHashMap<>(deed.act());
                    act.put("seen", Integer.toString(seen));
                    proceeding = (deed.by() == CityListings.By.HEAD ? head : officer)
                            .post(acts, act)
                            .path("proceeding");
                }
            }
        }
    }

    /** What an organisation says itself: the organisations of the demo have no accounts but for one. */
    private void speak(long id, int seen, Map<String, String> said) {
        Listings listings = server.getBean(Listings.class);
        long party = listings.find(id).orElseThrow().subject().organisation();
        Act act = Act.Kind.valueOf(said.getOrDefault("act", "")) == Act.Kind.CONSENT
                ? new Act.Consent(today, true)
                : new Act.Answer(today, Act.Answer.Form.DEFENCE, said.getOrDefault("words", ""), true);
        Officer by = new Officer(
                server.getBean(Organisations.class).find(party).orElseThrow().name(),
                Long.toString(party),
                Officer.Post.SUBJECT);
        if (!(listings.act(id, seen, act, by) instanceof Outcome.Accepted)) {
            throw new IllegalStateException("an organisation of the demo may not say its word in proceeding " + id);
        }
    }

    /** Objections and repairs in several states; the department that the clerk works for decides on them. */
    private Map<String, Map<String, String>> cases(String own) {
        var clients = new DemoCases.Clients(
                authority(DemoAccess.HALL_CLIENT),
                authority(DemoAccess.SOURCE_CLIENT),
                authority(DemoAccess.WINDOW_CLIENT));
        return new DemoCases(server, clients, department(), today).found(city.organisations(), own);
    }

    private ApiClient authority(String client) {
        return new ApiClient(address, client, DemoAccess.secretOf(client));
    }

    /** Something to read in the inbox of the organisation that signs in. */
    private void serve(String code) {
        long organisation = server.getBean(Organisations.class)
                .findByCode(code)
                .map(Organisation::id)
                .orElseThrow();
        server.getBean(DocumentService.class)
                .serve(new Document(
                        organisation,
                        "rectification.closed",
                        Map.of("number", "DEMO-1", "result", CliWords.text("demo.document")),
                        department().id(),
                        "DEMO-1"));
    }

    /** The same city at the address of this run. */
    JsonNode reopened(Path card) throws IOException {
        JsonNode before = JSON.readTree(Files.readString(card));
        ObjectNode demo = card();
        demo.set("examples", before.path("examples"));
        demo.set("cases", before.path("cases"));
        return demo;
    }

    void write(Path card, JsonNode demo) throws IOException {
        Path part = card.resolveSibling(card.getFileName() + ".part");
        Files.writeString(part, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(demo) + "\n");
        Files.move(part, card, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private ObjectNode card() {
        ObjectNode demo = JSON.createObjectNode();
        demo.put("address", address.toString());
        demo.put("pack", policy.pack());
        demo.set("accounts", JSON.valueToTree(access.accounts()));
        demo.set("clients", JSON.valueToTree(access.clients()));
        return demo;
    }

    /** All files behind the register at once: while one is being loaded the next are checked. */
    private void deliver() {
        List<JsonNode> taken = new ArrayList<>();
        for (CityDelivery file : files.subList(1, files.size())) {
            taken.add(upload(file));
        }
        for (int i = 0; i < taken.size(); i++) {
            settle(taken.get(i), i + 2);
        }
    }

    private JsonNode upload(CityDelivery file) {
        return api.upload(
                DeliveryRun.address(file.type(), file.source(), file.historical()),
                file.fileName(),
                BodyPublishers.ofByteArray(file.file()));
    }

    private void settle(JsonNode taken, int number) {
        JsonNode delivery = deliveries.await(taken, look -> {});
        if (DeliveryRun.rejected(delivery)) {
            throw new IllegalStateException("the made-up city's file was rejected: " + delivery);
        }
        System.err.println(CliWords.text(
                "demo.loaded", number, files.size(), files.get(number - 1).fileName(), DeliveryRun.counts(delivery)));
    }

    /** Departments without a file this time say so, all but one: its feed is the stale one. */
    private void reportZero() {
        Set<String> heard = new HashSet<>();
        files.stream().filter(f -> !f.historical()).forEach(f -> heard.add(f.type() + "|" + f.source()));
        for (Authority authority : policy.authorities()) {
            for (String type : List.of("administrative-permit", "administrative-penalty")) {
                if (!heard.contains(type + "|" + authority.id())) {
                    api.post("/api/v1/zero-reports", Map.of("type", type, "source", authority.id()));
                }
            }
        }
    }

    /** One code and matter for each answer, found by asking. */
    private Map<String, Map<String, String>> examples() {
        Map<String, Map<String, String>> found = new LinkedHashMap<>();
        String stranger =
                CodeMint.uscc("91", policy.place().counties().getFirst().code(), 88_000_000L);
        for (Matter matter : policy.matters().values()) {
            remember(found, stranger, matter);
            for (CityOrganisation organisation : city.organisations()) {
                if (found.size() == ANSWERS.size()) {
                    return inOrder(found);
                }
                remember(found, organisation.code(), matter);
                if (isStale(found, matter) || found.keySet().containsAll(OF_FRESH_DATA)) {
                    break;
                }
            }
        }
        throw new IllegalStateException("no example for every answer, only " + found.keySet());
    }

    private static Map<String, Map<String, String>> inOrder(Map<String, Map<String, String>> found) {
        Map<String, Map<String, String>> ordered = new LinkedHashMap<>();
        ANSWERS.forEach(answer -> ordered.put(answer, java.util.Objects.requireNonNull(found.get(answer))));
        return ordered;
    }

    private static boolean isStale(Map<String, Map<String, String>> found, Matter matter) {
        return matter.id().equals(found.getOrDefault("STALE", Map.of()).get("matter"));
    }

    private void remember(Map<String, Map<String, String>> found, String code, Matter matter) {
        JsonNode answer = api.post(
                "/api/v1/checks",
                Map.of(
                        "code", code,
                        "matter", matter.id(),
                        "purpose", CliWords.text("demo.purpose"),
                        "caseNumber", "DEMO",
                        "operator", CliWords.text("demo.operator")));
        found.putIfAbsent(answer.path("outcome").asString(), Map.of("code", code, "matter", matter.id()));
    }

    /** The department of the first county with most penalties this time: its clerk has rows to mend. */
    private Authority department() {
        String county = policy.place().counties().getFirst().code();
        return files.stream()
                .filter(file -> !file.historical() && file.type().equals("administrative-penalty"))
                .sorted(Comparator.comparingInt((CityDelivery file) -> file.file().length)
                        .reversed())
                .flatMap(file -> policy.authority(file.source()).stream())
                .filter(authority -> authority.division().equals(county))
                .findFirst()
                .orElseThrow();
    }
}
