package org.xinheng.core.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xinheng.core.listing.TestLists.OFFICER;
import static org.xinheng.core.listing.TestLists.day;

import org.junit.jupiter.api.Test;
import org.xinheng.core.listing.Act.Answer.Form;
import org.xinheng.core.policy.ListRule;

/** What can be read off the steps of a proceeding. */
class ProceedingTests {

    @Test
    void aLaterDefenceIsNoRequestForAHearing() {
        Proceeding proceeding = Walk.notified(TestLists.SEVERE)
                .take("2026-06-24", Walk.answer("2026-06-24", Form.HEARING_REQUEST, false), OFFICER)
                .take("2026-06-26", Walk.answer("2026-06-26", Form.DEFENCE, false), OFFICER)
                .proceeding();

        assertThat(proceeding.lastHearingAsked()).hasValue(day("2026-06-24"));
        assertThat(Walk.notified(TestLists.SEVERE).proceeding().lastHearingAsked())
                .isEmpty();
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
}
