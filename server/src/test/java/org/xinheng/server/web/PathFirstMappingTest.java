package org.xinheng.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.springframework.web.util.ServletRequestPathUtils;

/** Finds what Spring's own mapping finds, whatever an address is written like. */
class PathFirstMappingTest {

    private final PathFirstMapping mapping = new PathFirstMapping();

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
    }

    @BeforeEach
    void start() {
        StaticWebApplicationContext context = new StaticWebApplicationContext();
        context.registerSingleton("desk", Desk.class);
        context.refresh();
        mapping.setApplicationContext(context);
        mapping.afterPropertiesSet();
    }

    private @Nullable String found(String method, String contextPath, String path) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(method, contextPath + path);
        request.setContextPath(contextPath);
        ServletRequestPathUtils.parseAndCache(request);
        HandlerExecutionChain chain = mapping.getHandler(request);
        return chain == null
                ? null
                : ((HandlerMethod) chain.getHandler()).getMethod().getName();
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
