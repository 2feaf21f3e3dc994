package org.xinheng.server.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
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

    private static final Pattern NUMBERS = Pattern.compile("NEW\\.type IN \\(([0-9, ]+)\\)");

    @Test
    void everyTypeThatCarriesListingsHasItsGuard() throws IOException {
        Set<Integer> carrying = new TreeSet<>();
        Path packs = Path.of("..", "policy-packs");
        try (Stream<Path> places = Files.list(packs)) {
            for (Path place : places.filter(Files::isDirectory).toList()) {
                Policy policy = ((PackLoading.Loaded)
                                PackLoader.load(packs, place.getFileName().toString()))
                        .policy();
                for (ListRule list : policy.instruments().lists().values()) {
                    String type = list.scope().recordType();
                    if (type != null) {
                        carrying.add(policy.recordType(type).orElseThrow().number());
                    }
                }
            }
        }
        assertThat(guarded()).isEqualTo(carrying);
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
