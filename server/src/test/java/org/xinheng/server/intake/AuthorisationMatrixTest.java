package org.xinheng.server.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.xinheng.core.policy.Authority;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Role;
import org.xinheng.server.access.guard.Admission;

/**
 * Every endpoint of the running server × every post × department: the list is the server's own, so that a new endpoint is in
 * it without being entered, and fails here when it declares nothing.
 */
class AuthorisationMatrixTest extends RecordsServer {

    private static final int THREADS = 64;
    private static final int REQUESTS_OF_A_THREAD = 12;

    /** Subscriptions belong to programs; a person who signed in has none. */
    private static final String OF_PROGRAMS = "/api/v1/check-subscriptions";

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private MockMvc pages = MockMvcBuilders.standaloneSetup(new Object()).build();

    /** One address with one method, and who is let in. */
    private record Endpoint(
            HttpMethod method, String path, @Nullable MediaType type, Admission admission) {

        boolean admits(Role role) {
            return switch (admission) {
                case Admission.Open _ -> true;
                case Admission.AnyOf(var permissions) -> permissions.stream().anyMatch(role.permissions()::contains);
                case Admission.Undeclared _ -> false;
            };
        }

        boolean isClosed() {
            return admission instanceof Admission.AnyOf;
        }

        /** The address with one value in place of each variable. */
        String with(String value) {
            return path.replaceAll("\\{(?:[^{}]|\\{[^{}]*})*}", value);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeEach
    void stand() {
        DefaultMockMvcBuilder builder = MockMvcBuilders.webAppContextSetup(context);
        pages = builder.apply(springSecurity()).build();
    }

    private List<Endpoint> endpoints() {
        var found = new ArrayList<Endpoint>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, handler) -> {
            if (!ErrorController.class.isAssignableFrom(handler.getBeanType())) {
                var type = mapping.getConsumesCondition().getConsumableMediaTypes().stream()
                        .findFirst()
                        .orElse(null);
                for (var path : mapping.getPatternValues()) {
                    mapping.getMethodsCondition()
                            .getMethods()
                            .forEach(method ->
                                    found.add(new Endpoint(method.asHttpMethod(), path, type, Admission.of(handler))));
                }
            }
        });
        return found;
    }

    private MockHttpServletResponse send(Endpoint endpoint, String value, @Nullable Actor actor) throws Exception {
        var request = MockMvcRequestBuilders.request(endpoint.method(), java.net.URI.create(endpoint.with(value)))
                .with(csrf());
        if (endpoint.type() != null) {
            request.contentType(endpoint.type());
        }
        if (actor != null) {
            request.with(authentication(UsernamePasswordAuthenticationToken.authenticated(actor, null, List.of())));
        }
        return pages.perform(request).andReturn().getResponse();
    }

    private static Actor of(Role role, @Nullable String source) {
        return new Actor(
                "matrix-" + role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                Actor.Kind.CLERK,
                source,
                role.permissions());
    }

    /** As the post is filled: an organisation for itself, everybody else at a department, or its program where only programs are. */
    private Actor inPlace(Role role, Endpoint endpoint) {
        var clerk = of(role, market.id());
        if (endpoint.path().startsWith(OF_PROGRAMS)) {
            return new Actor(clerk.name(), Actor.Kind.CLIENT, market.id(), role.permissions());
        }
        return role == Role.ORGANISATION
                ? new Actor(clerk.name(), Actor.Kind.CLERK, null, PenaltyFile.code(base), role.permissions())
                : clerk;
    }

    private static boolean asksToSignIn(MockHttpServletResponse answer) {
        var location = answer.getHeader("Location");
        return answer.getStatus() == 401 || location != null && location.endsWith("/login");
    }

    @Test
    void everyEndpointDeclaresWhoMayReachIt() {
        assertThat(endpoints())
                .hasSizeGreaterThan(80)
                .allSatisfy(endpoint -> assertThat(endpoint.admission())
                        .as(endpoint.toString())
                        .isNotInstanceOf(Admission.Undeclared.class));
    }

    @Test
    void nobodyIsAskedToSignInWhereverADoorIsClosed() throws Exception {
        var open = new ArrayList<String>();
        for (var endpoint : endpoints()) {
            if (endpoint.isClosed()) {
                var answer = send(endpoint, "1", null);
                if (!asksToSignIn(answer)) {
                    open.add(endpoint + " answered " + answer.getStatus());
                }
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void postThatAnEndpointDoesNotNameIsRefused() throws Exception {
        int refused = 0;
        var open = new ArrayList<String>();
        for (var endpoint : endpoints()) {
            for (var role : Role.values()) {
                if (!endpoint.admits(role)) {
                    int status = send(endpoint, "1", of(role, null)).getStatus();
                    refused++;
                    if (status != HttpStatus.FORBIDDEN.value()) {
                        open.add(endpoint + " as " + role + " answered " + status);
                    }
                }
            }
        }
        assertThat(open).isEmpty();
        assertThat(refused).isGreaterThan(300);
    }

    /** Also with nothing in the request: it is told what is missing, never that the post may not. */
    @Test
    void postThatAnEndpointNamesIsLetInToReadAndToWrite() throws Exception {
        deliver(penalties(base, 1));
        for (var role : Role.values()) {
            if (role != Role.ORGANISATION) {
                setup.account(of(role, null).name(), "test password", Set.of(role), market.id());
            }
        }
        setup.organisationAccount(of(Role.ORGANISATION, null).name(), "test password", PenaltyFile.code(base));
        int let = 0;
        var shut = new ArrayList<String>();
        for (var endpoint : endpoints()) {
            for (var role : Role.values()) {
                if (endpoint.isClosed() && endpoint.admits(role)) {
                    var value = endpoint.path().contains("{source}") ? market.id() : "1";
                    var answer = send(endpoint, value, inPlace(role, endpoint));
                    let++;
                    if (asksToSignIn(answer)
                            || answer.getStatus() == HttpStatus.FORBIDDEN.value()
                            || answer.getStatus() >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
                        shut.add(endpoint + " as " + role + " answered " + answer.getStatus());
                    }
                }
            }
        }
        assertThat(shut).isEmpty();
        assertThat(let).isGreaterThan(150);
    }

    /** A delivery of a department with a row accepted, one refused and one waiting, all known again wherever they show. */
    private String marked(Authority source, String marker, int first) throws Exception {
        var order = new Deliveries.Order(PENALTY, source.code(), "matrix", marker + ".csv", null, false);
        var file = penalties(source, first, 3).set(0, "CF_JDRQ", "2026/02/30").set(1, "CF_XDR_SHXYM", "");
        for (int row = 0; row < 3; row++) {
            file.set(row, "CF_WSH", marker + "-" + row);
        }
        var taken =
                deliveries.receive(order, new ByteArrayInputStream(file.text().getBytes(UTF_8)));
        return String.valueOf(
                deliveries.await(taken.id(), Duration.ofSeconds(30)).id());
    }

    /** Closed addresses that show something, as a department may ask for them. */
    private List<Endpoint> readable() {
        return endpoints().stream()
                .filter(endpoint -> endpoint.method().equals(HttpMethod.GET))
                .filter(endpoint -> endpoint.isClosed() && endpoint.admits(Role.SOURCE_CLERK))
                .toList();
    }

    @Test
    void departmentSeesNothingOfAnotherAlsoWhenSixtyFourAskAtOnce() throws Exception {
        var markets = "market-" + base;
        var ecologys = "ecology-" + base;
        var ids = Map.of(
                markets, marked(market, markets, base + 10),
                ecologys, marked(ecology, ecologys, base + 20));
        var readable = readable();
        var lists = readable.stream()
                .filter(endpoint -> !endpoint.path().contains("{"))
                .toList();
        assertThat(lists).as("lists").hasSizeGreaterThan(10);
        long seed = Long.getLong("seed", 20261);
        System.out.println("-Dseed=" + seed);
        var random = new Random(seed);
        var tasks = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < THREADS; i++) {
            boolean ofMarket = i % 2 == 0;
            var own = ofMarket ? markets : ecologys;
            var foreign = ofMarket ? ecologys : markets;
            var clerk = of(Role.SOURCE_CLERK, ofMarket ? market.id() : ecology.id());
            var asked = Stream.concat(
                            lists.stream(),
                            random.ints(REQUESTS_OF_A_THREAD, 0, readable.size())
                                    .mapToObj(readable::get))
                    .collect(Collectors.toCollection(ArrayList::new));
            Collections.shuffle(asked, random);
            var values = List.of("1", ids.get(own), ids.get(foreign));
            tasks.add(() -> ownSeen(asked, values, clerk, own, foreign));
        }
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (var result : threads.invokeAll(tasks)) {
                assertThat(result.get())
                        .as("each sees its own deliveries, records and waiting rows")
                        .isGreaterThanOrEqualTo(3);
            }
        }
    }

    private int ownSeen(List<Endpoint> asked, List<String> values, Actor clerk, String own, String foreign)
            throws Exception {
        int seen = 0;
        for (var endpoint : asked) {
            for (var value : endpoint.path().contains("{") ? values : List.of("1")) {
                var body = send(endpoint, value, clerk).getContentAsString(UTF_8);
                assertThat(body).as(endpoint + " with " + value).doesNotContain(foreign);
                seen += body.contains(own) ? 1 : 0;
            }
        }
        return seen;
    }

    @Test
    void everyReadableAddressIsAskedForWhatBelongsToAnother() throws Exception {
        var marker = "market-alone-" + base;
        var id = marked(market, marker, base + 30);
        var clerk = of(Role.SOURCE_CLERK, ecology.id());
        var asked = Set.copyOf(readable());
        assertThat(asked).hasSizeGreaterThan(10);
        for (var endpoint : asked) {
            assertThat(send(endpoint, id, clerk).getContentAsString(UTF_8))
                    .as(endpoint.toString())
                    .doesNotContain(marker);
        }
    }
}
