package org.xinheng.server.organisation.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.xinheng.server.database.FreshDatabase;

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
    }

    @Test
    void mergedEntriesAreFoundFromEachOfThemTheTargetFirst() {
        long first = stub("91990100MA00000B2B", "虚城乙有限公司");
        long second = stub("91990100MA00000C3C", "虚城丙有限公司");
        long target = stub("91990100MA00000D4D", "虚城丁有限公司");
        lead(first, second);
        lead(second, target);

        for (long asked : new long[] {first, second, target}) {
            assertThat(register.organisations.idsOf(asked))
                    .startsWith(target)
                    .containsExactlyInAnyOrder(target, first, second);
        }
    }

    @Test
    void anUnlinkedEntryTakesThoseMergedIntoItAlong() {
        long first = stub("91990100MA00000E5E", "虚城戊有限公司");
        long second = stub("91990100MA00000F6F", "虚城己有限公司");
        long target = stub("91990100MA00000G7G", "虚城庚有限公司");
        lead(first, second);
        lead(second, target);
        lead(second, null);

        assertThat(register.organisations.idsOf(target)).containsExactly(target);
        assertThat(register.organisations.idsOf(first)).containsExactly(second, first);
    }

    private long stub(String code, String name) {
        return requireNonNull(
                        register.organisations.openStubs(Map.of(code, name), 1).get(code))
                .id();
    }

    private void lead(long from, @Nullable Long to) {
        register.sql.sql("""
                        INSERT INTO organisation.redirect (from_id, position, to_id, reason, actor)
                        SELECT :from, coalesce(max(position), 0) + 1, :to::bigint, '同一组织', 'test'
                          FROM organisation.redirect
                        """).param("from", from).param("to", to).update();
    }
}
