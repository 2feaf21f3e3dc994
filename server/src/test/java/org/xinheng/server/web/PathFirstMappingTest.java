package org.xinheng.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Finds and refuses what Spring's own mapping finds and refuses, whatever an address is written like. */
class PathFirstMappingTest {

    private static final List<String> METHODS = List.of("GET", "HEAD", "OPTIONS", "POST", "DELETE");
    private static final List<String> PATHS = List.of(
            "/cases/7",
            "/cases/new",
            "/cases/",
            "/cases",
            "/cases/7/",
            "/cases/7/documents",
            "/c%61ses/7",
            "/cases;a=b/7",
            "/cases/%37",
            "/files/a/b",
            "/orders/newest",
            "/orders/oldest",
            "/records/7",
            "/other/7",
            "/");

    private final PathFirstMapping mapping = new PathFirstMapping();
    private final RequestMappingHandlerMapping springs = new RequestMappingHandlerMapping();

    @Controller
    static class Desk {

        @GetMapping("/cases/{id}")
        void show() {}

        @PostMapping("/cases/{id}")
        void act() {}

        @GetMapping({"/files/{*path}", "/{kind}s/newest"})
        void files() {}

        @GetMapping("/cases/new")
        void form() {}

        @PostMapping(path = "/records/{id}", consumes = "application/json", produces = "application/json")
        void record() {}
    }

    @BeforeEach
    void start() {
        StaticWebApplicationContext context = new StaticWebApplicationContext();
        context.registerSingleton("desk", Desk.class);
        context.refresh();
        for (RequestMappingHandlerMapping each : List.of(mapping, springs)) {
            each.setApplicationContext(context);
            each.afterPropertiesSet();
        }
    }

    private @Nullable String found(String method, String contextPath, String path) throws Exception {
        return found(mapping, new MockHttpServletRequest(method, contextPath + path), contextPath);
    }

    private static @Nullable String found(
            RequestMappingHandlerMapping by, MockHttpServletRequest request, String contextPath) throws Exception {
        request.setContextPath(contextPath);
        ServletRequestPathUtils.parseAndCache(request);
        HandlerExecutionChain chain = by.getHandler(request);
        return chain == null
                ? null
                : ((HandlerMethod) chain.getHandler()).getMethod().getName();
    }

    /** The handler, or the sentence with which the request is refused. */
    private static String answer(
            RequestMappingHandlerMapping by,
            String method,
            String path,
            @Nullable String sent,
            @Nullable String wanted) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        if (sent != null) {
            request.setContentType(sent);
        }
        if (wanted != null) {
            request.addHeader("Accept", wanted);
        }
        try {
            return String.valueOf(found(by, request, ""));
        } catch (Exception e) {
            return e.getClass().getName() + ": " + e.getMessage();
        }
    }

    @Test
    void everyRequestGetsTheAnswerOfSpringsOwnMapping() {
        Set<String> answers = new HashSet<>();
        for (String path : PATHS) {
            for (String method : METHODS) {
                for (String type : Arrays.asList(null, "application/json", "text/plain")) {
                    for (String wanted : Arrays.asList(null, "application/json", "text/html")) {
                        String own = answer(mapping, method, path, type, wanted);
                        assertThat(own)
                                .as("%s %s, sent %s, wanted %s", method, path, type, wanted)
                                .isEqualTo(answer(springs, method, path, type, wanted));
                        answers.add(own.replaceFirst(":.*", ""));
                    }
                }
            }
        }
        assertThat(answers)
                .contains("show", "act", "files", "form", "record", "null")
                .anyMatch(answer -> answer.contains("MethodNotSupported"))
                .anyMatch(answer -> answer.contains("MediaTypeNotSupported"))
                .anyMatch(answer -> answer.contains("MediaTypeNotAcceptable"));
    }

    @Test
    void whatIsVariableIsFoundByItsBeginningAndItsMethod() throws Exception {
        assertThat(found("GET", "", "/cases/7")).isEqualTo("show");
        assertThat(found("POST", "", "/cases/7")).isEqualTo("act");
        assertThat(found("GET", "", "/cases/new")).isEqualTo("form");
        assertThat(found("GET", "", "/files/a/b")).isEqualTo("files");
        assertThat(found("GET", "", "/files")).isEqualTo("files");
        assertThat(found("GET", "", "/orders/newest")).isEqualTo("files");
        assertThat(found("GET", "/city", "/cases/7")).isEqualTo("show");
    }

    @Test
    void encodedCharactersAndPathParametersAreReadAsSpringReadsThem() throws Exception {
        assertThat(found("GET", "", "/c%61ses/7")).isEqualTo("show");
        assertThat(found("GET", "", "/cases;a=b/7")).isEqualTo("show");
    }

    @Test
    void whatIsNotThereIsNotFoundAndAnotherMethodIsNamed() throws Exception {
        assertThat(found("GET", "", "/cases/7/documents")).isNull();
        assertThat(found("GET", "", "/other/7")).isNull();
        assertThatThrownBy(() -> found("DELETE", "", "/cases/7"))
                .isInstanceOf(HttpRequestMethodNotSupportedException.class);
    }
}
