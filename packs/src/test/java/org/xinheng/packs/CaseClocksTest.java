package org.xinheng.packs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.core.casework.CaseMachine;
import org.xinheng.core.casework.CaseMachine.Outcome;
import org.xinheng.core.casework.Move;
import org.xinheng.core.casework.Step;
import org.xinheng.core.casework.TimerReading;
import org.xinheng.core.policy.CaseKind;
import org.xinheng.core.policy.CaseKind.Party;
import org.xinheng.core.policy.DeadlineRule;
import org.xinheng.core.policy.Policy;

/**
 * Due dates of simulated objections and repairs under the six local clocks that are shipped and one made-up one, against a counter that walks day by
 * day. Replay with {@code -Dseed=}.
 */
class CaseClocksTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int CASES = 5_000;
    private static final List<String> SHIPPED =
            List.of("shanghai", "shandong", "henan", "zhejiang", "shenzhen", "taizhou");
    private static final List<String> PLACES =
            Stream.concat(SHIPPED.stream(), Stream.of("made-up")).toList();
    private static final Map<String, Policy> LOADED = new TreeMap<>();
    private static @Nullable DayByDay counter;
    /** Due dates compared, by place and by what made them hard. */
    private static final Map<String, Integer> SEEN = new TreeMap<>();

    @TempDir
    private static Path packs;

    @BeforeAll
    static void load() throws IOException {
        PackCopy.into(packs, "national");
        for (String place : SHIPPED) {
            PackCopy.into(packs, place);
        }
        Path clocks = Path.of("src", "test", "resources", "local-clocks");
        try (var files = Files.walk(clocks)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = packs.resolve(clocks.relativize(file).toString());
                Files.createDirectories(requireNonNull(to.getParent()));
                Files.copy(file, to);
            }
        }
        for (String place : PLACES) {
            LOADED.put(place, PackLoaderTest.load(packs, place));
        }
        counter = new DayByDay(packs.resolve("national/calendar/holidays.csv"));
    }

    /** One case as it went, with what the second counter must know of it. */
    private static final class Course {
        private final Policy policy;
        private final CaseKind kind;
        private final CaseMachine machine;
        private final List<Step> steps = new ArrayList<>();
        private final List<DayByDay.Pause> pauses = new ArrayList<>();
        private @Nullable LocalDate stopped;
        private int extendedAt;

        Course(Policy policy, String kind) {
            this.policy = policy;
            this.kind = policy.instruments().caseKind(kind).orElseThrow();
            this.machine = new CaseMachine(this.kind, policy, at -> LocalDate.ofInstant(at, ZONE));
        }

        boolean take(String action, Party party, LocalDate day, LocalDate today, @Nullable LocalDate until) {
            Instant at = today.atTime(12, 0).atZone(ZONE).toInstant();
            var move = new Move(action, party, steps.size(), day, at, new Move.Said(true, true, today, until));
            if (!(machine.plan(steps, move) instanceof Outcome.Planned planned)) {
                return false;
            }
            steps.add(planned.step());
            switch (planned.action().needs().clockwork()) {
                case NONE -> {}
                case SUSPEND -> stopped = day;
                case RESUME -> {
                    LocalDate first = requireNonNull(stopped);
                    if (day.isAfter(first)) {
                        pauses.add(new DayByDay.Pause(first, day.minusDays(1)));
                    }
                    stopped = null;
                }
                case EXTEND -> extendedAt = steps.size();
            }
            return true;
        }
    }

    @Test
    void fiveThousandCasesFallDueOnTheDayThatIsWalkedTo() {
        long seed = Long.getLong("seed", 20261125L);
        var random = new Random(seed);
        int compared = 0;
        for (int i = 0; i < CASES; i++) {
            var policy = requireNonNull(LOADED.get(PLACES.get(i % PLACES.size())));
            LocalDate start = LocalDate.of(2023, 3, 1).plusDays(random.nextInt(6 * 365));
            var course = i % 3 == 2 ? repair(policy, start, random) : objection(policy, start, random);
            compared += compare(course, "seed " + seed + ", case " + i + " at " + policy.pack());
        }
        System.err.println("case clocks: " + CASES + " objections and repairs, " + compared
                + " due dates compared, 0 wrong; " + SEEN + ", -Dseed=" + seed);
        assertThat(compared).isGreaterThan(2 * CASES);
        assertThat(SEEN.keySet()).containsAll(PLACES);
        // A run in which nothing was ever suspended, extended or provisional proves little.
        for (String hard : List.of("suspended", "extended", "provisional")) {
            assertThat(SEEN.getOrDefault(hard, 0)).as(hard).isGreaterThan(CASES / 50);
        }
    }

    private static Course objection(Policy policy, LocalDate start, Random random) {
        var course = new Course(policy, "objection");
        LocalDate day = start;
        course.take("file", random.nextBoolean() ? Party.ORGANISATION : Party.WINDOW, day, day, null);
        day = day.plusDays(random.nextInt(2));
        course.take("forward", Party.OFFICE, day, day, null);
        for (int turn = 0; turn < 4; turn++) {
            day = day.plusDays(random.nextInt(4));
            switch (random.nextInt(3)) {
                case 0 -> course.take("suspend", Party.SOURCE, day, day, null);
                case 1 -> course.take("resume", Party.SOURCE, day, day, null);
                default -> course.take("extend", Party.SOURCE, day, day, null);
            }
        }
        return course;
    }

    /** The application is older than the push, and both periods run from their own day. */
    private static Course repair(Policy policy, LocalDate start, Random random) {
        LocalDate applied = LocalDate.of(2026, 4, 1).plusDays(Math.abs(start.toEpochDay()) % 900);
        var course = new Course(policy, "repair");
        LocalDate pushed = applied.plusDays(random.nextInt(4));
        assertThat(course.take("apply", Party.PORTAL, applied, pushed, null)).isTrue();
        assertThat(course.take("push", Party.PORTAL, pushed, pushed, null)).isTrue();
        LocalDate accepted = pushed.plusDays(random.nextInt(3));
        course.take("accept", Party.SOURCE, accepted, accepted, null);
        if (random.nextBoolean()) {
            course.take("extend", Party.SOURCE, accepted, accepted, accepted.plusDays(40 + random.nextInt(20)));
        }
        return course;
    }

    private static int compare(Course course, String replay) {
        int compared = 0;
        for (TimerReading timer : course.machine.view(course.steps).timers()) {
            DeadlineRule rule = timer.rule();
            boolean stoppable = rule.counting().suspension() != null;
            if (stoppable && course.stopped != null) {
                assertThat(timer.due()).as(replay).isNull();
                continue;
            }
            assertThat(requireNonNull(timer.due()).date())
                    .as(replay + ", " + rule.clock())
                    .isEqualTo(expected(course, timer, stoppable));
            compared++;
            seen(course.policy.pack());
            if (stoppable && !course.pauses.isEmpty()) {
                seen("suspended");
            }
            if (rule.counting().extension() != null && course.extendedAt > timer.startedBy()) {
                seen("extended");
            }
            if (requireNonNull(timer.due()).provisional()) {
                seen("provisional");
            }
        }
        return compared;
    }

    private static void seen(String what) {
        SEEN.merge(what, 1, Integer::sum);
    }

    private static LocalDate expected(Course course, TimerReading timer, boolean stoppable) {
        DeadlineRule rule = timer.rule();
        DeadlineRule.Extension extension = rule.counting().extension();
        boolean extended = extension != null && course.extendedAt > timer.startedBy();
        if (extended && requireNonNull(extension).days() == null) {
            return requireNonNull(course.steps.get(course.extendedAt - 1).until());
        }
        int days = rule.days()
                + (extended ? requireNonNull(requireNonNull(extension).days()) : 0);
        // Counting the day itself is counting from the day before.
        boolean same = rule.counting().firstDay() == DeadlineRule.FirstDay.SAME_DAY;
        return requireNonNull(counter)
                .due(
                        same ? timer.start().minusDays(1) : timer.start(),
                        days,
                        rule.unit() == DeadlineRule.Unit.WORKING_DAYS,
                        stoppable ? course.pauses : List.of());
    }

    @Test
    void theNoticeOfAYearMovesWhatWasProvisional() throws IOException {
        var policy = requireNonNull(LOADED.get("henan"));
        var course = new Course(policy, "objection");
        LocalDate filed = LocalDate.of(2026, 12, 28);
        course.take("file", Party.ORGANISATION, filed, filed, null);
        var before = whole(course);
        assertThat(requireNonNull(before.due()).provisional()).isTrue();
        assertThat(requireNonNull(before.why()).yearsWithoutNotice()).containsExactly(2027);

        Path folder = packs.resolve("national/calendar");
        String table = Files.readString(folder.resolve("holidays.csv"));
        String head = Files.readString(folder.resolve("holidays.yaml"));
        PackCopy.change(
                folder.resolve("holidays.csv"), text -> text.stripTrailing() + "\n" + noticeOf2027(text) + "\n");
        PackCopy.change(folder.resolve("holidays.yaml"), text -> text.replace("2026]", "2026, 2027]"));
        var announced = new Course(PackLoaderTest.load(packs, "henan"), "objection");
        Files.writeString(folder.resolve("holidays.csv"), table);
        Files.writeString(folder.resolve("holidays.yaml"), head);

        announced.take("file", Party.ORGANISATION, filed, filed, null);
        var after = whole(announced);
        assertThat(requireNonNull(after.due()).provisional()).isFalse();
        assertThat(after.due().date()).isEqualTo(before.due().date().plusDays(2));
    }

    /** Two days off at the beginning of the year, in the form of the table. */
    private static String noticeOf2027(String table) {
        String line = table.lines()
                .filter(row -> row.startsWith("2026-01-01"))
                .findFirst()
                .orElseThrow();
        return line.replace("2026-01-01", "2027-01-01") + "\n" + line.replace("2026-01-01", "2027-01-04");
    }

    private static TimerReading whole(Course course) {
        return course.machine.view(course.steps).timers().stream()
                .filter(timer -> timer.timer().id().equals("whole"))
                .findFirst()
                .orElseThrow();
    }
}
