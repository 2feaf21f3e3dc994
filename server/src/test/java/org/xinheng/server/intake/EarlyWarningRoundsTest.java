package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.server.archive.RecordMarks.lifted;
import static org.xinheng.server.archive.RecordMarks.placed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.xinheng.core.policy.EarlyWarning;
import org.xinheng.core.warning.WarningCause;
import org.xinheng.core.warning.WarningCause.Seen;
import org.xinheng.server.WatchedCalls;
import org.xinheng.server.archive.Archive;
import org.xinheng.server.archive.RecordMark.Kind;
import org.xinheng.server.archive.RecordMarks;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.warning.Warnings;

/** A round reads whom something befell and whose terms came near their ends, and raises what a look at everybody would. */
@Import(EarlyWarningRoundsTest.Watching.class)
class EarlyWarningRoundsTest extends PublicBodiesServer {

    private static final String TYPE = "abnormal-enterprise";
    private static final int PARTIES = 4;
    private static final int ROUNDS = 60;

    /** Organisations whose records were read. */
    private static final Set<Long> READ = new HashSet<>();

    /** Takes down of whom the archive was read. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Watching {

        @Bean
        static BeanPostProcessor watchedArchive() {
            return WatchedCalls.ofBeans(Archive.class, call -> {
                if (call.name().equals("eachCurrentOf")) {
                    ((Collection<?>) Objects.requireNonNull(call.given(0))).forEach(id -> READ.add((Long) id));
                }
                return call.goOn();
            });
        }
    }

    @Autowired
    private Warnings warnings;

    @Autowired
    private RecordMarks marks;

    /** What a look at everybody named, by rule. */
    private final Map<String, Set<String>> named = new HashMap<>();

    private int numbers;

    @BeforeEach
    void parties() throws Exception {
        Map<Integer, String> founded = new HashMap<>();
        for (int i = 0; i < PARTIES; i++) {
            founded.put(base + i, "2015-03-01");
        }
        register(founded);
        // Another test may have been further on.
        sql.sql("UPDATE warning.progress SET day = NULL").update();
        warnings.look();
    }

    private void listed(int party, LocalDate on) throws Exception {
        deliver(
                TYPE,
                PenaltyFile.code(base + party),
                "异" + base + "-" + numbers++,
                Map.of("JY_MC", PenaltyFile.name(base + party), "JY_LRRQ", on.toString()));
    }

    private Long id(int party) {
        return organisation(base + party).id();
    }

    private List<RecordVersion> records() {
        List<RecordVersion> records = new ArrayList<>();
        for (int i = 0; i < PARTIES; i++) {
            records.addAll(archive.currentOf(id(i)));
        }
        return records;
    }

    @Test
    void everyRoundRaisesWhatALookAtEverybodyWould() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int raised = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (int deed = random.nextInt(3); deed >= 0; deed--) {
                happens(random);
            }
            Set<String> expected = lookAtEverybody();
            assertThat(raised()).as("round %s, seed %s", round, seed).isEqualTo(expected);
            raised += expected.size();
        }
        assertThat(raised).as("warnings").isPositive();
    }

    private void happens(Random random) throws Exception {
        List<RecordVersion> records = records();
        switch (random.nextInt(4)) {
            case 0 -> listed(random.nextInt(PARTIES), day().minusYears(3).plusDays(random.nextInt(150) - 20));
            case 1 -> {
                if (!records.isEmpty()) {
                    dispute(records.get(random.nextInt(records.size())));
                }
            }
            default -> today(day().plusDays(random.nextInt(15)).toString());
        }
    }

    private void dispute(RecordVersion record) {
        String reference = "YY-" + record.address();
        marks.change(
                record.address(),
                List.of(
                        record.marks().isEmpty()
                                ? placed(Kind.DISPUTED, reference, day(), "")
                                : lifted(Kind.DISPUTED, reference, day())),
                "office");
    }

    private Set<String> lookAtEverybody() {
        Set<String> causes = new TreeSet<>();
        for (int i = 0; i < PARTIES; i++) {
            List<Seen> seen = archive.currentOf(id(i)).stream()
                    .filter(one -> one.usable(day()))
                    .map(one -> new Seen(one.address(), one.type(), one.severity(), one.decidedOn()))
                    .toList();
            for (EarlyWarning rule : inForce.policy().instruments().warnings()) {
                Set<String> before = named.computeIfAbsent(rule.rule().id(), _ -> new HashSet<>());
                List<String> cause = WarningCause.of(rule, seen, before, day());
                before.addAll(cause);
                cause.forEach(record -> causes.add(rule.rule().id() + " " + record));
            }
        }
        return causes;
    }

    /** What the next round raises of these organisations. */
    private Set<String> raised() {
        long last = sql.sql("SELECT coalesce(max(id), 0) FROM warning.warning")
                .query(Long.class)
                .single();
        warnings.look();
        List<Long> own = IntStream.range(0, PARTIES).mapToObj(this::id).toList();
        return new TreeSet<>(sql.sql("""
                        SELECT c.rule || ' ' || c.record FROM warning.cause c JOIN warning.warning w ON w.id = c.warning_id
                         WHERE w.id > :last AND w.organisation_id = ANY (:own)
                        """)
                .param("last", last)
                .param("own", own.toArray(Long[]::new))
                .query(String.class)
                .list());
    }

    @Test
    void aDayReadsOnlyThoseWhoseTermsCameNearTheirEnds() throws Exception {
        LocalDate next = day().plusDays(2);
        listed(0, next.minusYears(3).plusDays(60));
        listed(1, next.minusYears(3).plusDays(30));
        listed(2, next.minusYears(3).plusDays(90));
        assertThat(raised()).as("one is near its end already").hasSize(1);
        today(day().plusDays(1).toString());
        warnings.look();

        today(next.toString());
        READ.clear();
        assertThat(raised()).hasSize(1);
        assertThat(READ).contains(id(0)).doesNotContain(id(1), id(2));
        READ.clear();
        assertThat(raised()).isEmpty();
        assertThat(READ).as("the same day again").isEmpty();
    }
}
