package org.xinheng.server.organisation.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.xinheng.server.database.FreshDatabase;
import org.xinheng.server.organisation.RegisterOutcome;
import org.xinheng.server.organisation.RegisterOutcome.Answer;
import org.xinheng.server.organisation.RegisterRow;

/** Random registers: whatever is delivered, every row is answered once and what was accepted can be found. */
@ExtendWith(FreshDatabase.class)
class RegisterEquationTests {

    private static final int DELIVERIES = 12;

    @Test
    void answersEveryRowOnceAndAgreesWithASlowReading(DataSource dataSource) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        var register = new Register(dataSource);
        Map<String, String> expected = new HashMap<>();
        Set<String> disputed = new HashSet<>();
        for (int delivery = 1; delivery <= DELIVERIES; delivery++) {
            List<RegisterRow> rows = rows(random);
            List<Answer> answers = slowly(rows, expected, disputed);
            List<RegisterOutcome> outcomes = register.deliver(delivery, 5 + random.nextInt(40), rows);
            assertThat(outcomes)
                    .as("seed %d, delivery %d", seed, delivery)
                    .extracting(RegisterOutcome::answer)
                    .isEqualTo(answers);
            assertThat(outcomes)
                    .extracting(RegisterOutcome::rowNumber)
                    .isEqualTo(rows.stream().map(RegisterRow::rowNumber).toList());
        }
        expected.forEach((code, name) -> assertThat(register.organisations.search(code, 2))
                .as("seed %d, code %s", seed, code)
                .singleElement()
                .satisfies(hit -> assertThat(hit.name()).isEqualTo(name)));
    }

    private static List<RegisterRow> rows(Random random) {
        List<RegisterRow> rows = new ArrayList<>();
        int size = random.nextInt(120);
        for (int i = 0; i < size; i++) {
            int number = random.nextInt(30);
            String code = switch (random.nextInt(8)) {
                case 0 -> Codes.failing(number);
                case 1 -> Codes.older(number);
                case 2 -> random.nextBoolean() ? "" : "虚企" + number;
                default -> Codes.valid(number);
            };
            String name = random.nextInt(40) == 0 ? " " : "虚城" + number + "号" + (random.nextInt(6) == 0 ? "二厂" : "一厂");
            rows.add(Register.row(i + 2, name, random.nextInt(5) == 0 ? code.toLowerCase() : code));
        }
        return rows;
    }

    /** The rules of the register once more, one row at a time and without a database. */
    private static List<Answer> slowly(List<RegisterRow> rows, Map<String, String> names, Set<String> disputed) {
        Set<String> seen = new HashSet<>();
        List<Answer> answers = new ArrayList<>();
        for (RegisterRow row : rows) {
            String code = row.rawCode().toUpperCase();
            String held = names.get(code);
            if (row.name().isBlank()) {
                answers.add(Answer.REFUSED);
            } else if (code.length() < 15 || (code.length() == 18 && !isValid(code))) {
                answers.add(Answer.WAITING);
            } else if (row.name().equals(held)) {
                answers.add(Answer.UNCHANGED);
                seen.add(code);
            } else if (held != null && (seen.contains(code) || disputed.contains(code + row.name()))) {
                disputed.add(code + row.name());
                seen.add(code);
                answers.add(Answer.WAITING);
            } else {
                names.put(code, row.name());
                seen.add(code);
                answers.add(Answer.ACCEPTED);
            }
        }
        return answers;
    }

    private static boolean isValid(String code) {
        return code.equals(Codes.valid(Integer.parseInt(code.substring(8, 16))));
    }
}
