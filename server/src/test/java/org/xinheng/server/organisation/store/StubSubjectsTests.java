package org.xinheng.server.organisation.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.xinheng.server.database.FreshDatabase;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisation.State;
import org.xinheng.server.organisation.Organisations.Subject;

@ExtendWith(FreshDatabase.class)
class StubSubjectsTests {

    private static final String CODE = "91990100MA0000001A";

    private Register register;

    @BeforeEach
    void open(DataSource dataSource) {
        register = new Register(dataSource);
    }

    @Test
    void opensOneSubjectForACodeThatTheRegisterDoesNotHold() {
        Subject subject = stub("91990100MA00000A1A", "虚城（甲）餐饮有限公司");
        assertThat(subject.nameKeys()).containsExactly("虚城(甲)餐饮有限公司");
        assertThat(register.organisations.find(subject.id())).hasValueSatisfying(organisation -> {
            assertThat(organisation.registered()).isFalse();
            assertThat(organisation.state()).isEqualTo(State.UNKNOWN);
            assertThat(organisation.kind()).isEqualTo("企业");
            assertThat(organisation.name()).isEqualTo("虚城（甲）餐饮有限公司");
            assertThat(organisation.formerNames()).isEmpty();
        });
    }

    @Test
    void keepsTheFirstNameHeardWhenAnotherIsDeliveredForTheSameCode() {
        Subject first = stub(CODE, "虚城第一商行");
        Subject second = stub(CODE, "虚城第二商行");
        assertThat(second).isEqualTo(first);
        assertThat(second.nameKeys()).containsExactly("虚城第一商行");
    }

    @Test
    void findsAnOrganisationByAnySpellingOfItsCode() {
        Subject subject = stub("91990100MA00000B2B", "虚城乙商贸有限公司");
        for (String spelling : List.of("91990100ma00000b2b", " 91990100-MA00000B2B ", "９１９９０１００ＭＡ００００0B2B")) {
            assertThat(register.organisations.findByCode(spelling))
                    .map(Organisation::id)
                    .contains(subject.id());
        }
        assertThat(register.organisations.findByCode("")).isEmpty();
    }

    @Test
    void opensEachCodeOnceWhenDeliveriesMeetItAtTheSameTime() throws Exception {
        List<Callable<Map<String, Subject>>> deliveries = new ArrayList<>();
        for (int delivery = 0; delivery < 3; delivery++) {
            Map<String, String> names = new LinkedHashMap<>();
            for (int i = 0; i < 300; i++) {
                int n = delivery == 1 ? 299 - i : i;
                names.put("91990100MA%07dK".formatted(n), "虚城" + n + "号有限公司");
            }
            long id = delivery;
            deliveries.add(() -> register.organisations.openStubs(names, id));
        }
        Set<Map<String, Subject>> answers = new HashSet<>();
        try (var threads = Executors.newFixedThreadPool(3)) {
            for (var answer : threads.invokeAll(deliveries)) {
                answers.add(Map.copyOf(answer.get()));
            }
        }
        assertThat(answers).hasSize(1);
        assertThat(answers.iterator().next()).hasSize(300);
        assertThat(register.organisations.subjects(answers.iterator().next().keySet()))
                .isEqualTo(answers.iterator().next());
    }

    @Test
    void leavesOutCodesThatNobodyKnows() {
        stub("91990100MA00000C3C", "虚城丙建材有限公司");
        assertThat(register.organisations.subjects(List.of("91990100MA00000C3C", "91990100MA0000ZZZZ")))
                .containsOnlyKeys("91990100MA00000C3C");
    }

    @Test
    void labelsManySubjectsAndLeavesOutUnknownIds() {
        Subject subject = stub("91990100MA00000D4D", "虚城丁物流有限公司");
        var labels = register.organisations.labels(List.of(subject.id(), subject.id(), -1L));
        assertThat(labels).containsOnlyKeys(subject.id());
        assertThat(requireNonNull(labels.get(subject.id())).code()).isEqualTo("91990100MA00000D4D");
    }

    @Test
    void givesIdsThatCarryTheNumberOfTheNode(DataSource dataSource) {
        var node = new Register(dataSource, 4095);
        var subject = node.organisations
                .openStubs(Map.of("91990100MA00000E5E", "虚城戊有限公司"), 1)
                .get("91990100MA00000E5E");
        assertThat(requireNonNull(subject).id() >>> 51).isEqualTo(4095);
        assertThat(subject.id()).isPositive();
    }

    @Test
    void tellsWhatWasOpenedSinceAPosition() {
        stub("91990100MA00000F6F", "虚城己有限公司");
        List<Organisation> all = new ArrayList<>();
        long position = register.organisations.each(all::add);
        List<Organisation> changed = new ArrayList<>();
        assertThat(register.organisations.eachChangedSince(position, changed::add))
                .isEqualTo(position);
        assertThat(changed).isEmpty();
        Subject later = stub("91990100MA00000G7G", "虚城庚有限公司");
        assertThat(register.organisations.eachChangedSince(position, changed::add))
                .isEqualTo(position + 1);
        assertThat(changed).extracting(Organisation::id).containsExactly(later.id());
        assertThat(all).extracting(Organisation::id).doesNotContain(later.id()).doesNotHaveDuplicates();
    }

    private Subject stub(String code, String name) {
        return requireNonNull(
                register.organisations.openStubs(Map.of(code, name), 1).get(code));
    }
}
