package org.xinheng.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FormatsTest {

    private final Formats chinese = new Formats(Language.CHINESE);
    private final Formats english = new Formats(Language.ENGLISH);

    @Test
    void amountShowsBothUnits() {
        assertThat(chinese.amount("2")).isEqualTo("2 万元（20,000 元）");
        assertThat(chinese.amount("0.123456")).isEqualTo("0.123456 万元（1,234.56 元）");
        assertThat(english.amount("1200.5")).isEqualTo("CNY 12,005,000 (1,200.5 × 10,000)");
    }

    @Test
    void timesAreBeijingTime() {
        assertThat(chinese.time(Instant.parse("2026-11-20T23:30:00Z"))).isEqualTo("2026年11月21日 07:30");
        assertThat(english.day(LocalDate.of(2026, 11, 1))).isEqualTo("1 Nov 2026");
    }

    @Test
    void groupsOfACodeJoinToTheCode() {
        assertThat(String.join("", Formats.groups("91990101MA0A0000X5"))).isEqualTo("91990101MA0A0000X5");
        assertThat(Formats.groups("91990101MA0A0000X5")).hasSize(5);
    }
}
