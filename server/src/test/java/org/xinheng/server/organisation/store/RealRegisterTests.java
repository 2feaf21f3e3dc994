package org.xinheng.server.organisation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.server.database.Database;
import org.xinheng.server.database.TestDatabase;
import org.xinheng.server.organisation.CodeFault;
import org.xinheng.server.organisation.Organisation.State;
import org.xinheng.server.organisation.RegisterOutcome;
import org.xinheng.server.organisation.RegisterOutcome.Answer;
import org.xinheng.server.organisation.RegisterRow;

/** Registers as they were published, dirt and all. They are not part of the project: without them nothing is tested. */
class RealRegisterTests {

    private static final Path SAMPLES = Path.of(System.getenv()
                    .getOrDefault(
                            "XINHENG_SAMPLES",
                            Path.of(System.getProperty("xinheng.home", ".."), "..", "shared", "data")
                                    .toString()))
            .normalize();

    private Register register;

    private Database database;

    @BeforeEach
    void open() {
        assumeTrue(
                Files.isRegularFile(SAMPLES.resolve("org_register_sample.csv")),
                () -> "SKIPPED: no register samples in " + SAMPLES + " (XINHENG_SAMPLES names their folder)");
        database = TestDatabase.fresh();
        register = new Register(database.app());
    }

    @AfterEach
    void close() {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void importsTheWholeSampleAndKnowsItAgain() throws IOException {
        List<RegisterRow> rows = rows("org_register_sample.csv");
        assertThat(rows).hasSize(20_000);
        // 19,950 unified codes and one that fails; 46 older numbers in digits; three numbers of cooperatives with
        // letters in them
        assertThat(counted(register.deliver(1, 5_000, rows)))
                .isEqualTo(Map.of(Answer.ACCEPTED, 19_996L, Answer.WAITING, 4L));
        assertThat(faults())
                .containsEntry(CodeFault.OLDER_NUMBER_ONLY, 46L)
                .containsEntry(CodeFault.MALFORMED_CODE, 3L)
                .containsEntry(CodeFault.CHECKSUM_MISMATCH, 1L);
        assertThat(counted(register.deliver(2, 3_000, rows)))
                .isEqualTo(Map.of(Answer.UNCHANGED, 19_996L, Answer.WAITING, 4L));
        List<RegisterRow> withCode = rows.stream()
                .filter(row -> row.rawCode().length() == 18)
                .limit(50)
                .toList();
        for (RegisterRow row : withCode) {
            assertThat(register.organisations.search(row.name(), 5))
                    .first()
                    .satisfies(hit -> assertThat(hit.exact()).isTrue());
        }
    }

    @Test
    void answersEveryRowOfTheDirtyRegister() throws IOException {
        List<RegisterRow> rows = rows("org_register_dirty.csv");
        List<RegisterOutcome> outcomes = register.deliver(3, 500, rows);
        Map<Answer, Long> counts = counted(outcomes);
        assertThat(counts.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(rows.size());
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.answer() == Answer.WAITING)
                .allSatisfy(outcome -> assertThat(outcome.queued()).isTrue());
        assertThat(faults())
                .containsKeys(
                        CodeFault.CHECKSUM_MISMATCH,
                        CodeFault.MALFORMED_CODE,
                        CodeFault.DUPLICATE_CODE,
                        CodeFault.OLDER_NUMBER_ONLY,
                        CodeFault.INNER_ORGANISATION_CODE,
                        CodeFault.PARTICULARS_DIFFER);
    }

    private Map<CodeFault, Long> faults() {
        Map<CodeFault, Long> faults = new TreeMap<>();
        register.sql
                .sql("SELECT fault, count(*) FROM organisation.code_quality GROUP BY fault")
                .query(row -> {
                    faults.put(CodeFault.valueOf(row.getString(1)), row.getLong(2));
                });
        return faults;
    }

    private static Map<Answer, Long> counted(List<RegisterOutcome> outcomes) {
        return outcomes.stream().collect(Collectors.groupingBy(RegisterOutcome::answer, Collectors.counting()));
    }

    private static List<RegisterRow> rows(String file) throws IOException {
        List<RegisterRow> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(SAMPLES.resolve(file))) {
            for (NamedCsvRecord one : records) {
                rows.add(new RegisterRow(
                        one.getStartingLineNumber(),
                        one.getField("name"),
                        one.getField("uscc_raw"),
                        List.of(),
                        State.EXISTING,
                        LocalDate.parse(one.getField("registered_date")),
                        one.getField("org_type"),
                        one.getField("registered_capital"),
                        null,
                        one.getField("province"),
                        one.getField("city"),
                        one.getField("business_scope_excerpt"),
                        null));
            }
        }
        return rows;
    }
}
