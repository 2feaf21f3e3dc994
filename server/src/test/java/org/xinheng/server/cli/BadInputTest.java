package org.xinheng.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.xinheng.server.cli.Visitor.Answer;
import org.xinheng.server.cli.Visitor.Sent;

/**
 * What nobody should type, typed into every field of every form by those who have the form: it comes back as text or a clear
 * error, never as a fault of ours, and whatever is refused leaves no row behind. Forms are found where people find them. By
 * default each field gets two of the values, {@code -Dxinheng.long=true} all of them.
 */
class BadInputTest extends FoundedCityServer {

    private static final boolean LONG = Boolean.getBoolean("xinheng.long");
    private static final int OF_A_FIELD = 2;
    private static final String SCRIPT = "<script>alert(7)</script>\"'><img src=x onerror=alert(7)>";
    private static final List<String> BAD = List.of(
            SCRIPT,
            "'; DROP TABLE archive.version; --",
            "a".repeat(1_000_000),
            "😀👨‍👩‍👧‍👦🇨🇳 𠮷",
            "\u202Egnp.exe\u202C\u200F\u2066",
            "a\0b\u0007");

    /** Schemas written because somebody looked or failed, whatever became of the request, and what is told within the server. */
    private static final List<String> LOGS = List.of("access", "events");

    /** Tables that the server writes by itself, some time after an act of the archive: the act would show, were it left. */
    private static final List<String> FOLLOWING = List.of("correction.notice", "correction.duty");

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private JdbcClient sql;

    private final Random random = new Random(Long.getLong("seed", 20261));
    private final Set<String> forms = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();
    private String counting = "";
    private Map<String, Object> counts = Map.of();
    private int sent;
    private int stored;

    @Test
    void nothingTypedIntoAFormBreaksIt() {
        counting = counting();
        counts = sql.sql(counting).query().singleRow();
        List<PagePlace> places = PagePlace.all(requestMappingHandlerMapping);
        visit(new Visitor(port), places.stream().filter(PagePlace::open).toList());
        new TreeMap<>(ROOMS)
                .forEach((account, role) -> visit(
                        new Visitor(port).signIn(account),
                        places.stream().filter(place -> place.admits(role)).toList()));
        System.out.println(forms.size() + " forms, " + sent + " requests, " + stored + " taken: " + forms);
        assertThat(faults).isEmpty();
        assertThat(forms).hasSizeGreaterThan(30);
    }

    /** Rows of each table of ours, but for the logs; one statement, so that it can be asked after each request. */
    private String counting() {
        List<String> tables = sql.sql("""
                        SELECT format('"%s"."%s"', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname !~ '^(pg_|information_schema)'
                            AND n.nspname NOT IN (:logs, 'public') AND n.nspname || '.' || c.relname NOT IN (:following)
                            AND has_table_privilege(c.oid, 'SELECT') ORDER BY 1
                        """)
                .param("logs", LOGS)
                .param("following", FOLLOWING)
                .query(String.class)
                .list();
        assertThat(tables).hasSizeGreaterThan(50);
        return tables.stream()
                .map(table -> "(SELECT count(*) FROM " + table + ") AS " + table.replace("\".\"", "."))
                .collect(Collectors.joining(", ", "SELECT ", ""));
    }

    private void visit(Visitor visitor, List<PagePlace> places) {
        Deque<String> waiting = new ArrayDeque<>();
        Set<PagePlace> known = new HashSet<>();
        places.stream().filter(PagePlace::fixed).filter(known::add).forEach(place -> waiting.add(place.text()));
        while (!waiting.isEmpty()) {
            String path = waiting.remove();
            Answer answer = visitor.get(path);
            if (answer.isPage()) {
                Document page = answer.page();
                for (Element link : page.select("main a[href^=/]")) {
                    String address = link.attr("href");
                    PagePlace.of(address, places).filter(known::add).ifPresent(_ -> waiting.add(address));
                }
                for (Element form : page.select("main form")) {
                    if (form instanceof FormElement element) {
                        fill(visitor, path, element);
                    }
                }
            }
        }
    }

    private void fill(Visitor visitor, String path, FormElement form) {
        String method =
                form.attr("method").isEmpty() ? "get" : form.attr("method").toLowerCase(java.util.Locale.ROOT);
        String action = form.attr("action").isEmpty() ? path.replaceAll("[?#].*", "") : form.attr("action");
        Set<String> fields = new LinkedHashSet<>();
        form.elements().forEach(field -> fields.add(field.attr("name")));
        fields.removeAll(Set.of("", "_csrf"));
        String name = method + " " + action.replaceAll("/[^/]*\\d[^/]*(?=/|$)", "/*") + " " + fields;
        if (!forms.add(name)) {
            return;
        }
        Map<String, String> values = plausible(form);
        boolean multipart = form.attr("enctype").startsWith("multipart");
        for (String field : fields) {
            for (String bad : chosen()) {
                Map<String, String> typed = new LinkedHashMap<>(values);
                typed.put(field, bad);
                send(visitor, new Sent(method, action, multipart, typed), field, bad);
            }
        }
    }

    private List<String> chosen() {
        List<String> all = new ArrayList<>(BAD);
        java.util.Collections.shuffle(all, random);
        return LONG ? all : all.subList(0, OF_A_FIELD);
    }

    /** What somebody might have typed, so that one bad field is looked at by itself. */
    private Map<String, String> plausible(FormElement form) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Element field : form.elements()) {
            String name = field.attr("name");
            if (name.isEmpty() || values.containsKey(name)) {
                continue;
            }
            String value = switch (field.normalName()) {
                case "select" ->
                    field.select("option").stream()
                            .map(Element::val)
                            .filter(option -> !option.isEmpty())
                            .findFirst()
                            .orElse("");
                case "textarea" -> field.val().isEmpty() ? "用于检查输入的一段文字，内容没有实际意义，长度够用。" : field.val();
                default -> field.val().isEmpty() ? typed(field) : field.val();
            };
            values.put(name, value);
        }
        return values;
    }

    private static String typed(Element field) {
        String name = field.attr("name").toLowerCase(java.util.Locale.ROOT);
        if (name.contains("code")) {
            return organisation();
        }
        if (name.matches(".*(day|date|from|to|last|until|since|on)")) {
            return "2026-11-02";
        }
        return field.attr("inputmode").equals("numeric") || field.attr("type").equals("number") ? "1" : "用于检查的内容";
    }

    private void send(Visitor visitor, Sent form, String field, String bad) {
        String what = form.method() + " " + form.action() + " " + field + "="
                + (bad.length() > 40 ? bad.substring(0, 10) + "…" + bad.length() : bad);
        Answer answer = visitor.send(form);
        sent++;
        look(what, answer);
        Map<String, Object> now = sql.sql(counting).query().singleRow();
        if (answer.status() / 100 == 3) {
            stored++;
            String target = URI.create(answer.location()).getRawPath();
            look(what + " → " + target, visitor.get(target));
        } else if (!now.equals(counts)) {
            Map<String, Object> grown = new LinkedHashMap<>(now);
            grown.entrySet().removeAll(counts.entrySet());
            faults.add(what + " answered " + answer.status() + " and left " + grown);
        }
        counts = now;
    }

    private void look(String what, Answer answer) {
        if (answer.status() >= 500) {
            faults.add(what + " answered " + answer.status());
        }
        if (answer.isPage()
                && (answer.body().contains("<script>alert(7)") || answer.body().contains("<img src=x"))) {
            faults.add(what + " came back as markup");
        }
    }
}
