package org.xinheng.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A city asks for its counties too, a county for itself alone. */
class AuthorityTest {

    @ParameterizedTest(name = "a body of {0} lies within {1}: {2}")
    @CsvSource({
        "990101, 990101, true",
        "990101, 990100, true",
        "990100, 990100, true",
        "990101, 990000, true",
        "990101, 000000, true",
        "990101, 990102, false",
        "990101, 990200, false",
        "990100, 990101, false",
        "990101, 980000, false",
        "990110, 990100, true",
        "990110, 990110, true"
    })
    void liesWithinItsDivisionAndThoseAboveIt(String own, String wider, boolean within) {
        Title title = new Title("甲", "A");
        Authority body = new Authority("code", "id", title, own, new Validity(LocalDate.EPOCH, null), null);

        assertThat(body.isWithin(wider)).isEqualTo(within);
    }
}
