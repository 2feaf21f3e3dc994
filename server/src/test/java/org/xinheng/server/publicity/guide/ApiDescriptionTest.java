package org.xinheng.server.publicity.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.xinheng.core.policy.Title;
import org.xinheng.server.access.OpenToAll;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;

/** The description of the API says what the program does: no endpoint more, none less, each with its permission. */
class ApiDescriptionTest {

    private final ApiDescription description = ApiDescription.read();

    @Test
    void describesEveryEndpointForProgramsAndNoOther() throws Exception {
        Set<String> described = operations()
                .filter(operation -> operation.path().startsWith("/api/"))
                .map(operation -> operation.method() + " " + operation.path())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(described).isEqualTo(endpoints());
    }

    @Test
    void saysEverythingInBothLanguages() {
        Stream<Title> titles = Stream.concat(
                description.sections().stream().map(ApiDescription.Section::title),
                operations()
                        .flatMap(operation -> Stream.of(
                                        Stream.of(operation.summary()),
                                        Stream.of(operation.description())
                                                .filter(text -> !text.zh().isEmpty()),
                                        operation.parameters().stream().map(ApiDescription.Parameter::description),
                                        operation.statuses().stream().map(ApiDescription.Status::description))
                                .flatMap(texts -> texts)));

        assertThat(titles).allSatisfy(title -> {
            assertThat(title.zh()).isNotBlank();
            assertThat(title.en()).isNotBlank();
        });
    }

    @Test
    void namesAPermissionThatTheEndpointAsksFor() throws Exception {
        assertThat(operations().filter(operation -> operation.path().startsWith("/api/")))
                .isNotEmpty()
                .allSatisfy(operation -> {
                    var admitted = admitted(operation.method() + " " + operation.path());
                    if (admitted.isEmpty()) {
                        assertThat(operation.permission()).isEmpty();
                    } else {
                        assertThat(admitted).contains(operation.permission());
                    }
                });
    }

    private Stream<ApiDescription.Operation> operations() {
        return description.sections().stream().flatMap(section -> section.operations().stream());
    }

    private static Set<String> endpoints() throws Exception {
        Set<String> endpoints = new TreeSet<>();
        for (Class<?> controller : controllers()) {
            for (var method : controller.getDeclaredMethods()) {
                endpoints.addAll(addresses(method));
            }
        }
        return endpoints;
    }

    private static Set<String> admitted(String endpoint) throws Exception {
        for (Class<?> controller : controllers()) {
            for (var method : controller.getDeclaredMethods()) {
                if (addresses(method).contains(endpoint)) {
                    return admitted(controller, method);
                }
            }
        }
        throw new AssertionError("no endpoint " + endpoint);
    }

    private static Set<String> admitted(Class<?> controller, java.lang.reflect.Method method) {
        if (AnnotatedElementUtils.hasAnnotation(method, OpenToAll.class)) {
            return Set.of();
        }
        Requires requires = AnnotatedElementUtils.findMergedAnnotation(method, Requires.class);
        if (requires == null) {
            requires = AnnotatedElementUtils.findMergedAnnotation(controller, Requires.class);
        }
        return requires == null
                ? Set.of()
                : Arrays.stream(requires.value()).map(ApiDescriptionTest::scope).collect(Collectors.toSet());
    }

    private static String scope(Permission permission) {
        return permission.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static Set<String> addresses(java.lang.reflect.Method method) {
        return MergedAnnotations.from(method).stream(RequestMapping.class)
                .flatMap(mapping -> Arrays.stream(mapping.getStringArray("path"))
                        .filter(path -> path.startsWith("/api/"))
                        .flatMap(path -> Arrays.stream(mapping.getEnumArray(
                                        "method", org.springframework.web.bind.annotation.RequestMethod.class))
                                .map(verb -> verb + " " + path)))
                .collect(Collectors.toSet());
    }

    private static Set<Class<?>> controllers() throws ClassNotFoundException, IOException {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        Set<Class<?>> controllers = new java.util.LinkedHashSet<>();
        for (var candidate : scan.findCandidateComponents("org.xinheng.server")) {
            Class<?> controller = Class.forName(candidate.getBeanClassName());
            if (isShipped(controller)) {
                controllers.add(controller);
            }
        }
        return controllers;
    }

    /** Tests bring controllers of their own. */
    private static boolean isShipped(Class<?> controller) {
        return !controller
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .contains("test-classes");
    }
}
