package org.xinheng.core.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.core.listing.TestLists.BARE;
import static org.xinheng.core.listing.TestLists.HEAD;
import static org.xinheng.core.listing.TestLists.OFFICER;
import static org.xinheng.core.listing.TestLists.SEVERE;
import static org.xinheng.core.listing.TestLists.SUBJECT;
import static org.xinheng.core.listing.TestLists.day;
import static org.xinheng.core.listing.Walk.answer;
import static org.xinheng.core.listing.Walk.decision;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.xinheng.core.listing.Act.Answer.Form;

/** A hearing is asked for in time, called by a notice, held on its day, and nothing is decided before. */
class HearingGuardTests {

    @Test
    void aHearingIsAskedForInTime() {
        Walk walk = Walk.notified(SEVERE);

        assertThat(walk.refused("2026-07-01", answer("2026-07-01", Form.HEARING_REQUEST, false), OFFICER))
                .isEqualTo(new Outcome.Refused(Reason.HEARING_ASKED_LATE, List.of("2026-06-30"), "list.severe"));
        walk.take("2026-07-01", answer("2026-06-30", Form.HEARING_REQUEST, false), OFFICER);
    }

    @Test
    void nothingIsDecidedWhileAHearingIsOwed() {
        Walk walk = Walk.notified(SEVERE).take("2026-06-24", answer("2026-06-24", Form.HEARING_REQUEST, true), SUBJECT);
        assertThat(walk.reason("2026-07-20", decision("2026-07-20", "2027-06-30"), HEAD))
                .isEqualTo(Reason.HEARING_OWED);

        assertThat(walk.reason("2026-06-25", hearing("2026-06-25"), OFFICER)).isEqualTo(Reason.HEARING_NOT_CALLED);
        walk.take("2026-06-25", call("2026-06-25", "2026-07-06"), OFFICER);
        assertThat(walk.reason("2026-07-20", decision("2026-07-20", "2027-06-30"), HEAD))
                .as("called and not held")
                .isEqualTo(Reason.HEARING_OWED);
        assertThat(walk.refused("2026-07-07", hearing("2026-07-07"), OFFICER))
                .as("held on another day than the organisation was told")
                .isEqualTo(new Outcome.Refused(Reason.HEARING_OTHER_DAY, List.of("2026-07-06"), "list.severe"));
        assertThat(walk.refused("2026-07-06", new Act.Hear(day("2026-07-06"), ""), OFFICER)
                        .facts())
                .containsExactly("minutes");
        walk.take("2026-07-06", hearing("2026-07-06"), OFFICER);
        assertThat(walk.reason("2026-07-06", hearing("2026-07-06"), OFFICER)).isEqualTo(Reason.NO_HEARING_ASKED);
        walk.take("2026-07-06", decision("2026-07-06", "2027-06-30"), HEAD);
    }

    @Test
    void aHearingIsCalledInTimeWithNumberHourAndPlace() {
        Walk walk = Walk.notified(SEVERE);
        assertThat(walk.reason("2026-06-24", call("2026-06-24", "2026-07-20"), OFFICER))
                .as("nobody asked for it")
                .isEqualTo(Reason.NO_HEARING_ASKED);
        walk.take("2026-06-24", answer("2026-06-24", Form.HEARING_REQUEST, true), SUBJECT);

        assertThat(walk.refused("2026-06-25", call("2026-06-25", "2026-07-05"), OFFICER))
                .isEqualTo(new Outcome.Refused(Reason.HEARING_TOO_SOON, List.of("2026-07-06"), "list.severe"));
        assertThat(walk.reason("2026-06-25", call("2026-06-24", "2026-07-06"), OFFICER))
                .isEqualTo(Reason.NOT_TODAY);
        assertThat(walk.reason("2026-06-25", calling("", "9:30", "听证室"), OFFICER))
                .isEqualTo(Reason.NO_DOCUMENT_NUMBER);
        assertThat(walk.refused("2026-06-25", calling("听1", " ", "听证室"), OFFICER)
                        .facts())
                .containsExactly("time");
        assertThat(walk.refused("2026-06-25", calling("听1", "9:30", ""), OFFICER)
                        .facts())
                .containsExactly("place");
        assertThat(walk.reason("2026-06-25", call("2026-06-25", "2026-07-06"), HEAD))
                .isEqualTo(Reason.OTHER_POST);
        walk.take("2026-06-25", call("2026-06-25", "2026-07-06"), OFFICER);
    }

    @Test
    void aHearingPutOffIsCalledAgain() {
        Walk walk = Walk.notified(SEVERE)
                .take("2026-06-24", answer("2026-06-24", Form.HEARING_REQUEST, true), SUBJECT)
                .take("2026-06-25", call("2026-06-25", "2026-07-06"), OFFICER)
                .take("2026-07-01", call("2026-07-01", "2026-07-20"), OFFICER);

        assertThat(walk.reason("2026-07-06", hearing("2026-07-06"), OFFICER)).isEqualTo(Reason.HEARING_OTHER_DAY);
        walk.take("2026-07-20", hearing("2026-07-20"), OFFICER);
    }

    @Test
    void whoAsksAgainIsCalledAgain() {
        Walk walk = Walk.notified(SEVERE)
                .take("2026-06-24", answer("2026-06-24", Form.HEARING_REQUEST, false), SUBJECT)
                .take("2026-06-25", call("2026-06-25", "2026-07-06"), OFFICER)
                .take("2026-07-06", hearing("2026-07-06"), OFFICER)
                .take("2026-07-06", answer("2026-06-30", Form.HEARING_REQUEST, false), SUBJECT);

        assertThat(walk.reason("2026-07-06", hearing("2026-07-06"), OFFICER)).isEqualTo(Reason.HEARING_NOT_CALLED);
    }

    @Test
    void aHearingWithoutClockIsNotHeldBeforeItWasTold() {
        Walk walk = Walk.notified(BARE).take("2026-06-24", answer("2026-06-24", Form.HEARING_REQUEST, true), SUBJECT);

        assertThat(walk.reason("2026-06-25", call("2026-06-25", "2026-06-24"), OFFICER))
                .isEqualTo(Reason.HEARING_TOO_SOON);
        walk.take("2026-06-25", call("2026-06-25", "2026-06-25"), OFFICER);
        walk.take("2026-06-25", hearing("2026-06-25"), OFFICER);
    }

    private static Act.CallHearing call(String on, String heldOn) {
        return new Act.CallHearing(day(on), "听1", day(heldOn), "上午 9:30", "第一听证室");
    }

    private static Act.CallHearing calling(String number, String time, String place) {
        return new Act.CallHearing(day("2026-06-25"), number, day("2026-07-06"), time, place);
    }

    private static Act.Hear hearing(String on) {
        return new Act.Hear(day(on), "笔录");
    }
}
