package org.xinheng.server.consent.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.core.consent.Grant;
import org.xinheng.core.policy.ConsentRules.Frequency;
import org.xinheng.core.policy.ConsentRules.Per;
import org.xinheng.core.record.DateWindow;
import org.xinheng.server.consent.store.ConsentStore.Signature;
import org.xinheng.server.database.FreshDatabase;

/** A form grants once, what it says, to whom it was shown. */
@ExtendWith(FreshDatabase.class)
class ConsentStoreTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 10);
    private static final Grant GRANT = new Grant(
            "bank",
            "loan-application",
            Set.of("penalties"),
            new DateWindow(DAY.minusYears(1), null),
            new Frequency(3, Per.MONTH),
            new DateWindow(DAY, DAY.plusMonths(3)));

    private final ConsentStore store;

    ConsentStoreTest(JdbcClient sql) {
        store = new ConsentStore(sql);
    }

    private Optional<Long> sign(String key, long organisation, String wording) {
        Instant at = Instant.parse("2026-06-10T04:00:00Z");
        return store.sign(
                GRANT,
                new Signature(
                        key,
                        organisation,
                        Set.of("administrative-penalty"),
                        wording,
                        wording.getBytes(UTF_8),
                        "1",
                        "subject",
                        at));
    }

    @Test
    void aFormSentManyTimesAtOnceGrantsOnce() throws Exception {
        try (var posts = Executors.newFixedThreadPool(8)) {
            for (int round = 0; round < 20; round++) {
                String key = UUID.randomUUID().toString();
                Callable<Optional<Long>> post = () -> sign(key, 7, "授权甲");
                Set<Long> ids = new TreeSet<>();
                for (Future<Optional<Long>> id : posts.invokeAll(Collections.nCopies(8, post))) {
                    ids.add(id.get().orElseThrow());
                }
                assertThat(ids).hasSize(1);
            }
        }
        assertThat(store.ofOrganisations(List.of(7L), Long.MAX_VALUE, 100)).hasSize(20);
    }

    @Test
    void aKeyUsedBeforeSignsNoOtherTextAndNobodyElses() {
        String key = UUID.randomUUID().toString();
        Optional<Long> signed = sign(key, 8, "授权甲");

        assertThat(store.find(signed.orElseThrow()).orElseThrow().recordTypes())
                .containsExactly("administrative-penalty");
        assertThat(sign(key, 8, "授权甲")).isEqualTo(signed);
        assertThat(sign(key, 8, "授权乙")).isEmpty();
        assertThat(sign(key, 9, "授权甲")).isEmpty();
        assertThat(store.ofOrganisations(List.of(8L, 9L), Long.MAX_VALUE, 10)).hasSize(1);
    }
}
