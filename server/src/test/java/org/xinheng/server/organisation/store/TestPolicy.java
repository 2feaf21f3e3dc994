package org.xinheng.server.organisation.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.xinheng.core.calendar.WorkingCalendar;
import org.xinheng.core.code.CodeTables;
import org.xinheng.core.policy.Place;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Title;

/** A pack with the national code lists and nothing else: the register asks for no more. */
final class TestPolicy {

    private static final Path LISTS =
            Path.of(System.getProperty("xinheng.home", ".."), "policy-packs", "national", "codelists");
    private static final Title TITLE = new Title("试验市", "Trial City");
    static final CodeTables CODES = new CodeTables(
            firstTwoColumns("uscc-prefixes.csv"),
            Set.copyOf(Stream.of("divisions.csv", "divisions-history.csv", "registering-authorities.csv")
                    .flatMap(file -> firstTwoColumns(file).keySet().stream())
                    .toList()));

    private TestPolicy() {}

    static Policy policy() {
        return new Policy(
                "trial",
                "0",
                new Place(TITLE, "990100", TITLE, TITLE, List.of(), "register"),
                WorkingCalendar.of(List.of(), List.of()),
                CODES,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of());
    }

    private static Map<String, String> firstTwoColumns(String file) {
        Map<String, String> columns = new HashMap<>();
        try (var lines = Files.lines(LISTS.resolve(file))) {
            lines.skip(1).map(line -> line.split(",", -1)).forEach(cells -> columns.put(cells[0], cells[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return columns;
    }
}
