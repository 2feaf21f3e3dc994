package org.xinheng.server.publicity.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.xinheng.core.policy.Title;

/**
 * The description of the API (OpenAPI 3.1) that travels with the program, for programs as it is and for people as a page.
 * Chinese stands where the standard puts text, English in {@code x-en} beside it.
 */
public final class ApiDescription {

    private static final String FILE = "/openapi.yaml";

    private final String yaml;
    private final List<Section> sections;

    private ApiDescription(String yaml, List<Section> sections) {
        this.yaml = yaml;
        this.sections = List.copyOf(sections);
    }

    static ApiDescription read() {
        try (InputStream in = ApiDescription.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("no description of the API at " + FILE);
            }
            String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Map<String, Object> document = map(new Load(LoadSettings.builder().build()).loadFromString(yaml));
            return new ApiDescription(yaml, sections(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String yaml() {
        return yaml;
    }

    List<Section> sections() {
        return sections;
    }

    /** The operations of one tag, in the order of the document. */
    public record Section(String id, Title title, List<Operation> operations) {}

    /**
     * @param permission scope that the token must carry; empty for open ones
     * @param request example of what is sent; empty for none
     * @param response example of what comes back; empty for none
     */
    public record Operation(
            String method,
            String path,
            Title summary,
            Title description,
            String permission,
            List<Parameter> parameters,
            String request,
            String response,
            List<Status> statuses) {}

    public record Parameter(String name, String in, boolean required, Title description) {}

    public record Status(String code, Title description) {}

    private static List<Section> sections(Map<String, Object> document) {
        List<Section> sections = new ArrayList<>();
        for (Object tag : list(document.get("tags"))) {
            String id = text(map(tag), "name");
            List<Operation> operations = new ArrayList<>();
            map(document.get("paths"))
                    .forEach((path, methods) -> map(methods).forEach((method, operation) -> {
                        if (list(map(operation).get("tags")).contains(id)) {
                            operations.add(operation(path, method, map(operation)));
                        }
                    }));
            sections.add(new Section(id, title(map(tag), "description"), operations));
        }
        return sections;
    }

    private static Operation operation(String path, String method, Map<String, Object> described) {
        List<Parameter> parameters = new ArrayList<>();
        for (Object parameter : list(described.get("parameters"))) {
            Map<String, Object> of = map(parameter);
            parameters.add(new Parameter(
                    text(of, "name"),
                    text(of, "in"),
                    Boolean.TRUE.equals(of.get("required")),
                    title(of, "description")));
        }
        List<Status> statuses = new ArrayList<>();
        map(described.get("responses"))
                .forEach((code, status) -> statuses.add(new Status(code, title(map(status), "description"))));
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                title(described, "summary"),
                title(described, "description"),
                text(described, "x-permission"),
                parameters,
                text(described, "x-request"),
                text(described, "x-response"),
                statuses);
    }

    private static Title title(Map<String, Object> of, String key) {
        return new Title(text(of, key), text(of, "x-en-" + key));
    }

    private static String text(Map<String, Object> of, String key) {
        Object value = of.get(key);
        return value == null ? "" : value.toString().strip();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static Map<String, Object> map(@Nullable Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> any) {
            any.forEach((key, item) -> map.put(String.valueOf(key), item));
        }
        return map;
    }
}
