package org.xinheng.server.years;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Authority;
import org.xinheng.server.years.PlantedRecord.Kind;

/** Records of a made-up city with the days on which they are decided and delivered: backlog first, then as the years bring them. */
final class PlantedCity {

    private static final int BACKLOG_DAYS = 1000;
    private static final int SAMPLE = 8;

    final List<PlantedRecord> records = new ArrayList<>();
    final NavigableMap<LocalDate, List<PlantedRecord>> arriving = new TreeMap<>();
    private final Random random;

    /** @param every days between two deliveries */
    PlantedCity(long seed, int size, int every) {
        random = new Random(seed);
        List<LocalDate> days = YearsServer.FIRST
                .datesUntil(YearsServer.LAST.minusDays(every))
                .filter(day -> day.toEpochDay() % every == 0)
                .toList();
        for (int i = 0; i < size; i++) {
            boolean backlog = random.nextInt(10) < 3;
            LocalDate delivered = backlog ? days.getFirst() : days.get(random.nextInt(days.size()));
            LocalDate decided = delivered.minusDays(random.nextInt(backlog ? BACKLOG_DAYS : every + 5));
            plant(i, decided, delivered);
        }
    }

    private void plant(int i, LocalDate decided, LocalDate delivered) {
        Kind kind = switch (random.nextInt(12)) {
            case 0, 1, 2, 3, 4 -> Kind.FINE;
            case 5, 6 -> Kind.LICENCE;
            case 7 -> Kind.WARNING;
            case 8, 9 -> Kind.SEVERE_LIST;
            case 10 -> Kind.ABNORMAL;
            default -> Kind.DEBTOR;
        };
        boolean listed = kind.ordinal() >= Kind.SEVERE_LIST.ordinal();
        LocalDate validTo = listed && random.nextInt(3) > 0 ? decided.plusDays(60 + random.nextInt(900)) : null;
        // Two records to an organisation on average.
        int organisation = 1 + i / 2;
        String number = "年测〔" + decided.getYear() + "〕第" + (100_000 + i) + "号";
        var record = new PlantedRecord(kind, organisation, number, decided, validTo, delivered);
        records.add(record);
        arriving.computeIfAbsent(delivered, _ -> new ArrayList<>()).add(record);
    }

    /** Every day; or every so many days with the last days, and those after them, of some records. */
    NavigableSet<LocalDate> stops(int stride) {
        NavigableSet<LocalDate> stops = new TreeSet<>(YearsServer.FIRST
                .datesUntil(YearsServer.LAST.plusDays(1))
                .filter(day -> day.toEpochDay() % stride == 0)
                .toList());
        stops.addAll(arriving.keySet());
        if (stride > 1) {
            for (int i = 0; i < records.size(); i += SAMPLE) {
                LocalDate last = records.get(i).last(YearsServer.LAST);
                if (last.isAfter(YearsServer.FIRST) && last.isBefore(YearsServer.LAST)) {
                    stops.add(last);
                    stops.add(last.plusDays(1));
                }
            }
        }
        return stops;
    }

    /** Rows of one type as a file. */
    static String csv(List<PlantedRecord> records, Authority source, String remark, boolean valid) {
        List<Map<String, String>> rows = records.stream()
                .map(record -> record.row(source, remark, valid))
                .toList();
        return String.join(",", rows.getFirst().keySet()) + "\n"
                + rows.stream().map(row -> String.join(",", row.values())).collect(Collectors.joining("\n")) + "\n";
    }

    /** Records of one organisation. */
    List<PlantedRecord> of(int organisation) {
        return records.stream()
                .filter(record -> record.organisation == organisation)
                .toList();
    }

    @Nullable
    PlantedRecord any(Random other) {
        return records.isEmpty() ? null : records.get(other.nextInt(records.size()));
    }
}
