package org.xinheng.testkit.city;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Title;
import org.xinheng.core.policy.Validity;
import org.xinheng.testkit.code.CodeMint;

/**
 * Files of any size about any number of made-up organisations, streamed: for measuring. The n-th organisation is a function of
 * n alone, so that nothing has to be remembered; names repeat no other, and the words in them repeat as in a real register.
 */
public final class BulkCity {

    /** One name for each number below: three syllables out of 48, and a fourth or none. */
    public static final int MOST_ORGANISATIONS = 48 * 48 * 48 * 49;

    private static final List<String> PLACES = List.of("澜衡市", "澜衡市昕澜区", "澜衡市沐棠区", "珩川县");
    private static final List<String> DIVISIONS = List.of("990100", "990101", "990102", "990121");
    private static final String SYLLABLES = "衡澜芷昕沐垚棠岚朔霁珩翊蘅淙煦泓铖皓岑岱澍禾穗栩笙筠璟琰榆樾湛澄沛淼翎翡曦旻晟昀朗郁馥毓嵘峥屹崧";
    private static final List<String> FORMS = List.of("有限公司", "有限责任公司", "股份有限公司", "科技有限公司", "（集团）有限公司", "贸易有限公司");

    /** Coprime to the number of names: neighbours in number are strangers in name. */
    private static final long STRIDE = 61_803_401L;

    private static final int ROWS_HELD = 1000;
    private static final int YEAR = 365;

    private final long seed;
    private final LocalDate today;
    private final List<Authority> authorities = authorities();

    /** @param today decisions lie within the year before it */
    public BulkCity(long seed, LocalDate today) {
        this.seed = seed;
        this.today = today;
    }

    /** The sixty bodies that decide, in the city and its counties. */
    public List<Authority> authoritiesInCharge() {
        return Collections.unmodifiableList(authorities);
    }

    private static List<Authority> authorities() {
        var all = new ArrayList<Authority>();
        for (int i = 0; i < 60; i++) {
            int place = i % PLACES.size();
            var field = Trades.ALL.get(i / PLACES.size() % Trades.ALL.size()).field();
            var name = PLACES.get(place) + field + (i < 40 ? "局" : "综合行政执法支队");
            all.add(new Authority(
                    CodeMint.uscc("11", DIVISIONS.get(place), i),
                    "body-" + i,
                    new Title(name, "Body " + i),
                    DIVISIONS.get(place),
                    new Validity(LocalDate.of(2015, 1, 1), null),
                    null));
        }
        return all;
    }

    public static CityOrganisation organisation(int number) {
        int place = number % PLACES.size();
        int trade = number / PLACES.size() % Trades.ALL.size();
        var prefix = number % 10 == 9 ? "92" : "91";
        return new CityOrganisation(
                CodeMint.uscc(prefix, DIVISIONS.get(place), number),
                name(number, place, trade, prefix),
                prefix,
                DIVISIONS.get(place),
                LocalDate.of(2000, 1, 1).plusDays(number % 9000),
                prefix.equals("91") ? (1 + number % 500) * 10 + "万元" : "",
                "存续",
                "",
                trade);
    }

    private static String name(int number, int place, int trade, String prefix) {
        var own = ownName((int) (number * STRIDE % MOST_ORGANISATIONS));
        var word = Trades.ALL.get(trade).word();
        if (prefix.equals("92")) {
            return PLACES.get(place) + own + word + "经营部";
        }
        var form = FORMS.get(number % FORMS.size());
        return number % 7 == 0
                ? own + word + "（" + PLACES.get(place) + "）" + form
                : PLACES.get(place) + own + word + form;
    }

    private static String ownName(int number) {
        int size = SYLLABLES.length();
        int rest = number;
        var own = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            own.append(SYLLABLES.charAt(rest % size));
            rest /= size;
        }
        if (rest < size) {
            own.append(SYLLABLES.charAt(rest));
        }
        return own.toString();
    }

    /** A register of the organisations with the numbers from 0, with Chinese headers. */
    public void register(Path file, int organisations) throws IOException {
        try (var writer = open(file)) {
            writer.writeRecord("名称", "统一社会信用代码", "成立日期", "登记状态", "注册资本", "行政区划");
            for (int i = 0; i < organisations; i++) {
                var one = organisation(i);
                writer.writeRecord(
                        one.name(),
                        one.code(),
                        one.registeredOn().toString(),
                        one.state(),
                        one.capital(),
                        one.county());
            }
        }
    }

    /**
     * Penalties without fault, in the 2018 layout: a record each, no two with one number; decided by all authorities,
     * delivered by the first.
     *
     * @param first number of the first document: files whose numbers do not meet have no record in common
     * @param organisations each row is about one of so many, evenly
     */
    public void penalties(Path file, int first, int rows, int organisations) throws IOException {
        penalties(file, first, rows, organisations, row -> {});
    }

    /** @param change done to each row before it is written */
    public void penalties(Path file, int first, int rows, int organisations, Consumer<Map<String, String>> change)
            throws IOException {
        try (var writer = open(file)) {
            writer.writeRecord(Layouts2018.PENALTY);
            eachPenalty(first, rows, organisations, row -> {
                change.accept(row);
                writer.writeRecord(row.values());
            });
        }
    }

    /** The rows of {@link #penalties} as a workbook of one sheet. */
    public void workbook(Path file, int first, int rows, int organisations) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file));
                var workbook = new Workbook(out, "testkit", null)) {
            var sheet = workbook.newWorksheet("行政处罚");
            for (int i = 0; i < Layouts2018.PENALTY.size(); i++) {
                sheet.value(0, i, Layouts2018.PENALTY.get(i));
            }
            var line = new int[1];
            eachPenalty(first, rows, organisations, row -> write(sheet, ++line[0], row));
            sheet.finish();
        }
    }

    private static void write(Worksheet sheet, int line, Map<String, String> row) {
        int column = 0;
        for (var cell : row.values()) {
            if (!cell.isEmpty()) {
                sheet.inlineString(line, column, cell);
            }
            column++;
        }
        if (line % ROWS_HELD == 0) {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The rows of {@link #penalties} as they come, column code to text in the order of the columns. */
    public void eachPenalty(int first, int rows, int organisations, Consumer<Map<String, String>> reader) {
        var random = new Random(seed + first);
        var clerk = new Rows(random);
        var sheet = new Sheet(Layouts2018.PENALTY);
        for (int i = 0; i < rows; i++) {
            var subject = organisation(random.nextInt(organisations));
            var by = authorities.get(random.nextInt(authorities.size()));
            var decided = today.minusDays(1 + random.nextInt(YEAR));
            var row = clerk.penalty(sheet, subject, by, decided, first + i);
            row.put("CF_SJLY", authorities.getFirst().name().zh());
            row.put("CF_SJLYDM", authorities.getFirst().code());
            reader.accept(row);
        }
    }

    private static CsvWriter open(Path file) throws IOException {
        return CsvWriter.builder().build(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    }
}
