package org.xinheng.server.organisation.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.xinheng.server.database.FreshDatabase;
import org.xinheng.server.organisation.Mergers;
import org.xinheng.server.organisation.Organisation;

/** Every id that an organisation was ever written under, whatever was merged and unlinked. */
@ExtendWith(FreshDatabase.class)
class MergedIdsTests {

    private Register register;

    @BeforeEach
    void open(DataSource dataSource) {
        register = new Register(dataSource);
    }

    @Test
    void anEntryOfItsOwnHasItsIdAlone() {
        long alone = stub("91990100MA00000A1A", "虚城甲有限公司");
        assertThat(register.organisations.idsOf(alone)).containsExactly(alone);
        assertThat(register.organisations.idsOf(7)).containsExactly(7L);
        assertThat(found(alone).merged()).isEmpty();
    }

    @Test
    void mergedEntriesAreFoundFromEachOfThemTheTargetFirst() {
        long first = stub("91990100MA00000B2B", "虚城乙有限公司");
        long second = stub("91990100MA00000C3C", "虚城丙有限公司");
        long target = stub("91990100MA00000D4D", "虚城丁有限公司");
        Mergers.merge(register.sql, first, second);
        Mergers.merge(register.sql, second, target);

        for (long asked : new long[] {first, second, target}) {
            assertThat(register.organisations.idsOf(asked))
                    .startsWith(target)
                    .containsExactlyInAnyOrder(target, first, second);
            assertThat(found(asked).id()).isEqualTo(target);
            assertThat(found(asked).ids()).containsExactly(target, first, second);
        }
    }

    @Test
    void anUnlinkedEntryTakesThoseMergedIntoItAlong() {
        long first = stub("91990100MA00000E5E", "虚城戊有限公司");
        long second = stub("91990100MA00000F6F", "虚城己有限公司");
        long target = stub("91990100MA00000G7G", "虚城庚有限公司");
        Mergers.merge(register.sql, first, second);
        Mergers.merge(register.sql, second, target);
        Mergers.unlink(register.sql, second);

        assertThat(register.organisations.idsOf(target)).containsExactly(target);
        assertThat(register.organisations.idsOf(first)).containsExactly(second, first);
        assertThat(found(target).merged()).isEmpty();
        assertThat(found(first).ids()).containsExactly(second, first);
        assertThat(register.organisations
                        .findByCode("91990100MA00000E5E")
                        .orElseThrow()
                        .id())
                .isEqualTo(second);
    }

    /** An answer of then is worked out again from the entries that led here then. */
    @Test
    void theIdsOfThenAreThoseThatLedHereThen() {
        String code = "91990100MA00000H8H";
        long first = stub("91990100MA00000J9J", "虚城辛有限公司");
        long second = stub("91990100MA00000K1K", "虚城壬有限公司");
        long target = stub(code, "虚城癸有限公司");
        long before = Mergers.merge(register.sql, first, second) - 1;
        long merged = Mergers.merge(register.sql, second, target);
        long unlinked = Mergers.unlink(register.sql, second);

        assertThat(past(before, code)).containsExactly(target);
        assertThat(past(merged - 1, "91990100MA00000J9J")).containsExactly(second, first);
        assertThat(past(merged, code)).containsExactly(target, first, second);
        assertThat(past(merged, "91990100MA00000J9J")).containsExactly(target, first, second);
        assertThat(past(unlinked, code)).containsExactly(target);
        assertThat(past(unlinked, "91990100MA00000J9J")).containsExactly(second, first);
    }

    private Set<Long> past(long position, String code) {
        return new SqlPastOrganisations(register.sql)
                .at(position, TestPolicy.policy())
                .findByCode(code)
                .orElseThrow()
                .ids();
    }

    private Organisation found(long id) {
        return register.organisations.find(id).orElseThrow();
    }

    private long stub(String code, String name) {
        return requireNonNull(
                        register.organisations.openStubs(Map.of(code, name), 1).get(code))
                .id();
    }
}
