package org.xinheng.core.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xinheng.core.listing.TestLists.OFFICER;
import static org.xinheng.core.listing.TestLists.day;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.xinheng.core.listing.Act.Answer.Form;
import org.xinheng.core.listing.Proceeding.RecordEnd;
import org.xinheng.core.policy.ListRule;

/** What can be read off the steps of a proceeding. */
class ProceedingTests {

    @Test
    void aLaterDefenceIsNoRequestForAHearing() {
        var call = new Act.CallHearing(day("2026-06-25"), "听1", day("2026-07-06"), "9:30", "听证室");
        Walk called = Walk.notified(TestLists.SEVERE)
                .take("2026-06-24", Walk.answer("2026-06-24", Form.HEARING_REQUEST, false), OFFICER)
                .take("2026-06-25", call, OFFICER)
                .take("2026-06-26", Walk.answer("2026-06-26", Form.DEFENCE, false), OFFICER);

        assertThat(called.proceeding().hearingCalled()).hasValue(call);
        assertThat(called.take("2026-06-26", Walk.answer("2026-06-26", Form.HEARING_REQUEST, false), OFFICER)
                        .proceeding()
                        .hearingCalled())
                .isEmpty();
        assertThat(Walk.notified(TestLists.SEVERE).proceeding().hearingCalled()).isEmpty();
    }

    @Test
    void aStepThatWasNotTakenCannotBeLookedAt() {
        ListRule list = TestLists.policy().instruments().list(TestLists.SEVERE).orElseThrow();
        Case proposed = new Case(
                TestLists.policy(),
                list,
                Walk.on(TestLists.SEVERE)
                        .take("2026-06-22", TestLists.proposal("2026-06-22"), OFFICER)
                        .proceeding(),
                day("2026-06-22"));

        assertThat(proposed.step(Act.Kind.PROPOSE).no()).isEqualTo(1);
        assertThatThrownBy(() -> proposed.step(Act.Kind.NOTIFY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NOTIFY");
    }

    @Test
    void aRecordThatEndedElsewhereEndsTheListingUntilThatActIsRevoked() {
        Proceeding listed = Walk.listed().proceeding();
        var repaired = new RecordEnd(true, "复〔2026〕1号", TestLists.noon("2026-08-03"));
        var withdrawn = new RecordEnd(false, "撤〔2026〕1号", TestLists.noon("2026-08-03"));

        assertThat(listed.ended(repaired).stage(day("2026-08-03"))).isEqualTo(Stage.REMOVED);
        assertThat(listed.ended(withdrawn).stage(day("2026-08-03"))).isEqualTo(Stage.REVOKED);
        assertThat(listed.ended(repaired).ended(null).stage(day("2026-08-03"))).isEqualTo(Stage.LISTED);
        assertThat(listed.ended(repaired).steps()).isEqualTo(listed.steps());
    }

    @Test
    void whatNeverWasListedIsNotEndedByTheEndOfARecord() {
        var end = new RecordEnd(true, "复〔2026〕1号", TestLists.noon("2026-08-03"));

        assertThat(Walk.notified(TestLists.SEVERE).proceeding().ended(end).stage(day("2026-08-03")))
                .isEqualTo(Stage.NOTIFIED);
    }

    @Test
    void anActIsReadBackAsWhatItsKindSays() {
        for (Act.Kind kind : Act.Kind.values()) {
            assertThat(kind.type().getSimpleName().toUpperCase(Locale.ROOT))
                    .isEqualTo(kind.name().replace("_", ""));
        }
    }
}
