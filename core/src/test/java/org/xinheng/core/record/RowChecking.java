package org.xinheng.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.ResidentId;

/** One row of a penalty, and what the check says of it. */
abstract class RowChecking {

    /** Made up: province 11, born 1990-03-07, computed check digit. */
    static final String PERSON = "11010119900307887" + residentCheck("11010119900307887");

    final RowCheck check = Penalties.check();

    static char residentCheck(String first17) {
        for (char c : "0123456789X".toCharArray()) {
            if (ResidentId.matches(first17 + c)) {
                return c;
            }
        }
        throw new AssertionError("no check digit for " + first17);
    }

    CheckedRow usable(@Nullable String... changes) {
        RowVerdict verdict = check.check(Penalties.row(changes));
        assertThat(verdict).isInstanceOf(RowVerdict.Usable.class);
        return ((RowVerdict.Usable) verdict).row();
    }

    List<String> codes(@Nullable String... changes) {
        return codes(check.check(Penalties.row(changes)));
    }

    static List<String> codes(RowVerdict verdict) {
        return switch (verdict) {
            case RowVerdict.Usable usable ->
                usable.warnings().stream().map(Finding::code).toList();
            case RowVerdict.Refused refused ->
                refused.findings().stream().map(Finding::code).toList();
            case RowVerdict.OutOfScope out -> List.of(out.reason());
        };
    }

    static Finding refusal(RowVerdict verdict) {
        assertThat(verdict).isInstanceOf(RowVerdict.Refused.class);
        return ((RowVerdict.Refused) verdict).findings().getFirst();
    }

    @Nullable
    String value(String field, @Nullable String cell) {
        return usable(field, cell).values()[Penalties.at(field)];
    }
}
