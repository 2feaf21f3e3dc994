package org.xinheng.benchmarks.packs;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.DeadlineRule;
import org.xinheng.core.policy.GateRules;
import org.xinheng.core.policy.ListRule;
import org.xinheng.core.policy.Policy;

/** What a rule says on a day: one look-up of each kind that judging needs, on days spread over thirty years. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // set before the first look-up
public class RuleLookups {

    private static final int DAYS = 1024;
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final int SPAN = 365 * 30;
    private static final String PENALTY = "administrative-penalty";

    private final LocalDate[] days = new LocalDate[DAYS];
    private final LocalDate[] recent = new LocalDate[DAYS];
    private final String[] authorities = new String[DAYS];
    private Policy policy;
    private String clock;
    private int next;

    /** The made-up city stands on the national pack and has a table of sixty authorities. */
    @Setup
    public void load() throws IOException {
        policy = AllPacks.load("demo-city");
        clock = policy.deadlines().entrySet().stream()
                .max(Comparator.comparing(entry -> entry.getValue().editions().size()))
                .orElseThrow()
                .getKey();
        Random random = new Random(20261);
        LocalDate begun = Objects.requireNonNull(policy.deadlines().get(clock)).editions().stream()
                .map(edition -> edition.rule().validity().from())
                .min(LocalDate::compareTo)
                .orElseThrow();
        for (int i = 0; i < DAYS; i++) {
            days[i] = FIRST.plusDays(random.nextInt(SPAN));
            recent[i] = begun.plusDays(random.nextInt(SPAN));
            authorities[i] = policy.authorities()
                    .get(random.nextInt(policy.authorities().size()))
                    .code();
        }
    }

    private int any() {
        next = (next + 1) & (DAYS - 1);
        return next;
    }

    /** The windows of publication that hold for a penalty decided on a day. */
    @Benchmark
    public Optional<GateRules.WindowTable> windows() {
        return gate().windows().on(days[any()]);
    }

    /** The table that gives a class to kind and amount. */
    @Benchmark
    public Optional<GateRules.SeverityTable> severity() {
        return gate().severity().on(days[any()]);
    }

    private GateRules gate() {
        return Objects.requireNonNull(policy.gates().get(PENALTY));
    }

    /** The clock with the most editions. */
    @Benchmark
    public DeadlineRule deadline() {
        return policy.deadline(clock, recent[any()]);
    }

    /** Whether any list of the pack holds on a day. */
    @Benchmark
    public int lists() {
        LocalDate day = days[any()];
        int holding = 0;
        for (ListRule list : policy.instruments().lists().values()) {
            holding += list.rule().validity().covers(day) ? 1 : 0;
        }
        return holding;
    }

    @Benchmark
    public Optional<Authority> authority() {
        return policy.authority(authorities[any()]);
    }
}
