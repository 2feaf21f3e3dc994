package org.xinheng.server.years;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xinheng.server.intake.ServerOfSources;

/**
 * Three years, day by day: no adverse record is seen past its last day in any output, and every one that should be seen is. Replay
 * with {@code -Dseed=}; {@code -Dxinheng.long=true} plants 10,000 records and stops on every day.
 */
class ThreeYearsTest extends YearsServer {

    private static final boolean LONG = Boolean.getBoolean("xinheng.long");
    private static final int RECORDS = LONG ? 10_000 : 140;
    private static final int STRIDE = LONG ? 1 : 31;
    private static final int DELIVERIES_EVERY = LONG ? 7 : 60;
    private static final int LISTED_HERE = LONG ? 40 : 6;
    private static final int CONSENTING = LONG ? 6 : 3;
    private static final int AT_RANDOM = LONG ? 6 : 2;
    private static final int EVERY_SO_OFTEN = 50;
    private static final int WHOLE_EVERY = LONG ? 28 : 6;

    private final Map<PlantedRecord, Boolean> before = new HashMap<>();
    private final ExecutorService hands = Executors.newFixedThreadPool(3);

    @AfterEach
    void rest() {
        hands.shutdownNow();
    }

    @Test
    void noAdverseRecordIsSeenPastItsLastDayInAnyOutput() throws Exception {
        long seed = Long.getLong("seed", 20261126L);
        var random = new Random(seed);
        people();
        var city = new PlantedCity(seed, RECORDS, DELIVERIES_EVERY);
        var stories = new Stories(this, city, seed);
        for (int i = 0; i < LISTED_HERE; i++) {
            stories.list(1 + random.nextInt(RECORDS / 2), FIRST.plusDays(60 + random.nextInt(800)));
        }
        var outputs = new Outputs(this, city);
        List<ConsentingParty> consenting = new ArrayList<>();
        for (int i = 0; i < CONSENTING; i++) {
            consenting.add(new ConsentingParty(this, 1 + i));
        }
        NavigableSet<LocalDate> stops = city.stops(STRIDE);
        int stopped = 0;
        boolean judgedAnew = false;
        for (LocalDate day : stops) {
            today(day);
            if (!judgedAnew && !day.isBefore(LocalDate.of(2026, 4, 1))) {
                review.all();
                judgedAnew = true;
            }
            deliver(city, stories, day);
            stories.happen(day);
            while (watch.run() > 0) {
                // one step a case and turn
            }
            look(outputs, city, consenting, random, day, stopped++);
            assertThat(outputs.faults).as("seed " + seed).isEmpty();
            if (stopped % EVERY_SO_OFTEN == 0) {
                System.err.println("three years: " + day + ", day " + stopped + " of " + stops.size());
            }
        }
        System.err.println("three years: " + RECORDS + " records, " + stopped + " days, looks " + outputs.looks
                + ", records found where they should be " + outputs.shown + ", stories " + stories.told + ", faults "
                + outputs.faults.size() + ", -Dseed=" + seed);
        assertThat(stories.told.keySet())
                .contains(
                        "withdrawn",
                        "corrected",
                        "delisted elsewhere",
                        "disputed",
                        "withheld",
                        "repaired",
                        "listed here",
                        "upheld");
        outputs.shown.forEach((output, found) -> {
            if (!output.startsWith("/") && !output.equals("past states") && !output.equals("search")) {
                assertThat(found).as(output).isPositive();
            }
        });
        assertThat(outputs.shown.get(Outputs.FEED)).as("corrections were told").isPositive();
    }

    @FunctionalInterface
    private interface Look {
        void at() throws Exception;
    }

    private static Callable<Void> look(Look look) {
        return () -> {
            look.at();
            return null;
        };
    }

    private void deliver(PlantedCity city, Stories stories, LocalDate day) throws Exception {
        List<PlantedRecord> arrived = city.arriving.getOrDefault(day, List.of());
        Map<String, List<PlantedRecord>> byType = new TreeMap<>();
        arrived.forEach(record ->
                byType.computeIfAbsent(record.kind.type, _ -> new ArrayList<>()).add(record));
        for (var ofType : byType.entrySet()) {
            String rows = PlantedCity.csv(ofType.getValue(), market(), "", true);
            deliver(ofType.getKey(), rows, ofType.getValue().size());
        }
        for (PlantedRecord record : arrived) {
            long party = organisations.findByCode(record.code()).orElseThrow().id();
            archive.currentOf(party).stream()
                    .filter(version -> version.values().containsValue(record.number))
                    .forEach(version -> record.arrived(version.address(), day));
            assertThat(record.address).as(record.toString()).isNotNull();
            stories.begin(record, day);
        }
    }

    private void look(
            Outputs outputs,
            PlantedCity city,
            List<ConsentingParty> consenting,
            Random random,
            LocalDate day,
            int number)
            throws Exception {
        var http = new ServerOfSources(port);
        Set<PlantedRecord> looked = new LinkedHashSet<>();
        for (PlantedRecord record : city.records) {
            boolean visible = record.visible(day);
            boolean was = before.getOrDefault(record, false);
            // Whatever changed, is on its last day, or was on it yesterday.
            LocalDate last = record.last(day);
            if (visible != was
                    || (record.address != null
                            && (last.equals(day) || last.plusDays(1).equals(day)))) {
                looked.add(record);
            }
            before.put(record, visible);
        }
        for (int i = 0; i < AT_RANDOM; i++) {
            looked.add(city.records.get(random.nextInt(city.records.size())));
        }
        outputs.counts(http, day);
        Set<Integer> organisations = new LinkedHashSet<>();
        Set<String> lists = new LinkedHashSet<>();
        List<Callable<Void>> looks = new ArrayList<>();
        for (PlantedRecord record : looked) {
            looks.add(look(() -> outputs.record(http, record, day)));
            if (organisations.add(record.organisation)) {
                looks.add(look(() -> outputs.organisation(http, record.organisation, day)));
            }
            if (lists.add(record.kind.type + record.decided)) {
                looks.add(look(() -> outputs.listOfTheDayOf(http, record, day)));
            }
        }
        for (Future<Void> done : hands.invokeAll(looks)) {
            done.get();
        }
        outputs.boards(http, day);
        if (number % WHOLE_EVERY == 0) {
            outputs.wholeLists(http, day);
        }
        for (ConsentingParty party : consenting) {
            List<PlantedRecord> own = city.of(party.organisation);
            boolean known = own.stream().anyMatch(record -> record.address != null);
            if (known && (number % WHOLE_EVERY == 0 || own.stream().anyMatch(looked::contains))) {
                outputs.consent(party, day);
            }
        }
    }
}
