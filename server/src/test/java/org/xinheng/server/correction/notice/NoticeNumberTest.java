package org.xinheng.server.correction.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers have no gaps within a year and never come twice. */
class NoticeNumberTest {

    @Test
    void beginsAgainWithTheYear() {
        assertThat(new NoticeNumber(2026, 41).next(2026)).hasToString("2026-42");
        assertThat(new NoticeNumber(2026, 42).next(2027)).hasToString("2027-1");
    }

    @Test
    void clockThatWasSetBackBringsNoYearBack() {
        assertThat(new NoticeNumber(2027, 1).next(2026)).hasToString("2027-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026", "2026-0", "2026-01", "-1", "2026--1", "2026-99999999999", "x2026-1"})
    void isReadInOneFormOnly(String text) {
        assertThat(NoticeNumber.parse(text)).isEmpty();
    }

    @Test
    void isReadAsItIsWritten() {
        assertThat(NoticeNumber.parse("2026-17")).contains(new NoticeNumber(2026, 17));
    }
}
