package org.xinheng.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SliceTest {

    private static List<Integer> upTo(int all, int asked) {
        return IntStream.rangeClosed(1, Math.min(all, asked)).boxed().toList();
    }

    @Test
    void looksOneFurtherThanItShows() {
        Slice<Integer> page = Slice.of(3, many -> upTo(4, many));

        assertThat(page.rows()).containsExactly(1, 2, 3);
        assertThat(page.more()).isTrue();
        assertThat(page.<Integer>next(last -> last)).isEqualTo(3);
    }

    @Test
    void hasNoNextPageWhenAllIsShown() {
        for (int all : new int[] {0, 1, 3}) {
            Slice<Integer> page = Slice.of(3, many -> upTo(all, many));

            assertThat(page.rows()).hasSize(all);
            assertThat(page.more()).isFalse();
            assertThat(page.<Integer>next(last -> last)).isNull();
        }
    }

    @Test
    void beginsBeforeAnyNumberWhereNoneIsNamed() {
        assertThat(Slice.before(null)).isEqualTo(Long.MAX_VALUE);
        assertThat(Slice.before(7L)).isEqualTo(7);
    }
}
