package org.xinheng.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.xinheng.server.archive.PublicRecords.Filter;
import org.xinheng.server.archive.RecordVersion;

/** Lists of a city hold what its counties decided. */
class DivisionFilterTest extends RecordsServer {

    private List<String> listed(String division) {
        return publicRecords.list(new Filter(PENALTY, null, division, null, null), null, 1000, day()).records().stream()
                .map(RecordVersion::address)
                .toList();
    }

    @Test
    void cityHoldsItsCountiesAndACountyOnlyItself() throws Exception {
        var county = inForce.policy().authorities().stream()
                .filter(body -> body.division().equals("990101"))
                .findFirst()
                .orElseThrow();
        deliver(penalties(base, 1));
        deliver(county, penalties(county, base + 1, 1), false);

        assertThat(listed("990100")).contains(addressOf(base), addressOf(base + 1));
        assertThat(listed("990101")).contains(addressOf(base + 1)).doesNotContain(addressOf(base));
        assertThat(listed("990102")).doesNotContain(addressOf(base), addressOf(base + 1));
    }
}
