package org.xinheng.server.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xinheng.core.policy.ListRule;
import org.xinheng.core.policy.Policy;
import org.xinheng.packs.PackLoader;
import org.xinheng.packs.PackLoading;

/** The database guards exactly the record types that carry the listings of any pack. */
class ListTypesTest {

    private static final Pattern NAMED = Pattern.compile("\\('([a-z-]+)', ([0-9]+)\\)");
    private static final Pattern NUMBERS = Pattern.compile("NEW\\.type IN \\(([0-9, ]+)\\)");

    @Test
    void everyTypeThatCarriesListingsHasItsGuard() throws IOException {
        Map<Integer, String> carrying = new TreeMap<>();
        Path packs = Path.of("..", "policy-packs");
        try (Stream<Path> places = Files.list(packs)) {
            for (Path place : places.filter(Files::isDirectory).toList()) {
                Policy policy = ((PackLoading.Loaded)
                                PackLoader.load(packs, place.getFileName().toString()))
                        .policy();
                for (ListRule list : policy.instruments().lists().values()) {
                    String type = list.scope().recordType();
                    if (type != null) {
                        carrying.put(policy.recordType(type).orElseThrow().number(), type);
                    }
                }
            }
        }
        assertThat(guarded()).isEqualTo(carrying.keySet());
        assertThat(named()).isEqualTo(carrying);
    }

    /** Types by their names, as a later migration wrote them down. */
    private static Map<Integer, String> named() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                ListTypesTest.class.getResourceAsStream("/db/migration/V92__no_step_is_skipped.sql"))) {
            Map<Integer, String> named = new TreeMap<>();
            NAMED.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .forEach(found -> named.put(Integer.valueOf(found.group(2)), found.group(1)));
            return named;
        }
    }

    private static Set<Integer> guarded() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ListTypesTest.class.getResourceAsStream("/db/migration/V80__listing.sql"))) {
            var found = NUMBERS.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(found.find()).isTrue();
            Set<Integer> numbers = new TreeSet<>();
            Arrays.stream(found.group(1).split(", ")).map(Integer::valueOf).forEach(numbers::add);
            return numbers;
        }
    }
}
