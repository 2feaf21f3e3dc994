package org.xinheng.server.organisation.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.xinheng.server.database.FreshDatabase;
import org.xinheng.server.organisation.Mergers;
import org.xinheng.server.organisation.NamesAmong;

/** Sets of organisations looked through and put in order by their names, in the register. */
@ExtendWith(FreshDatabase.class)
class NamesAmongTest {

    private Register register;
    private NamesAmong names;

    @BeforeEach
    void open(DataSource dataSource) {
        register = new Register(dataSource);
        names = new SqlNamesAmong(register.sql);
    }

    private long stub(String code, String name) {
        return requireNonNull(
                        register.organisations.openStubs(Map.of(code, name), 1).get(code))
                .id();
    }

    @Test
    void organisationsOfTheSameNameShareAPlaceInTheDictionarysOrder() {
        long first = stub("91990100MA00000A1A", "张氏虚构商行");
        long second = stub("91990100MA00000B2B", "安然虚构商行");
        long namesake = stub("91990100MA00000C3C", "张氏虚构商行");

        assertThat(names.places(List.of(first, second, namesake, 7L)))
                .as("安 before 张, an unknown id left out")
                .containsExactlyInAnyOrderEntriesOf(Map.of(second, 1, first, 2, namesake, 2));
        assertThat(names.places(List.of())).isEmpty();
    }

    @Test
    void onlyThoseThatAreAskedAboutAreLookedThroughInWhateverCase() {
        long tower = stub("91990100MA00000D4D", "虚城Tower有限公司");
        long other = stub("91990100MA00000E5E", "虚城TOWER第二有限公司");

        assertThat(names.holding("tOWER", List.of(tower, 7L))).containsExactly(tower);
        assertThat(names.holding("第二", List.of(tower, other))).containsExactly(other);
        assertThat(names.holding("%", List.of(tower, other))).as("no pattern").isEmpty();
    }

    @Test
    void aMergedEntryIsFoundByTheNameThatItLeadsTo() {
        long merged = stub("91990100MA00000F6F", "虚城旧名有限公司");
        long target = stub("91990100MA00000G7G", "虚城新名有限公司");
        Mergers.merge(register.sql, merged, target);

        assertThat(names.holding("新名", List.of(merged))).containsExactly(merged);
        assertThat(names.places(List.of(merged, target)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(merged, 1, target, 1));
    }
}
