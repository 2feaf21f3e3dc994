package org.xinheng.server.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xinheng.core.casework.Step;
import org.xinheng.core.policy.CaseKind.Party;
import org.xinheng.core.policy.NumberPattern;
import org.xinheng.server.casework.CaseFile.Opening;
import org.xinheng.server.casework.CaseFile.Said;
import org.xinheng.server.casework.CaseFile.Taken;
import org.xinheng.server.casework.store.CaseStore;
import org.xinheng.server.casework.store.CaseStore.Scope;

/** What every store of cases does. Each test takes records and organisations of its own. */
abstract class CaseStoreContract {

    private static final Instant AT = Instant.parse("2026-06-10T04:00:00Z");
    private static final NumberPattern NUMBERS = new NumberPattern("异〔{year}〕{count}号");
    private static long organisations = 1000;

    private final long organisation = ++organisations;
    private final String record = "record" + organisation;

    abstract CaseStore store();

    private Opening opening(@Nullable String outside) {
        return new Opening(
                "objection", organisation, record, 1, "body" + organisation, "wrong", "说明", outside, false, null);
    }

    private static Taken taken(int number, boolean closed) {
        var step = new Step(number, "action" + number, Party.SOURCE, LocalDate.of(2026, 6, 10), AT, null);
        var said = new Said("理由", "甲〔2026〕1号", LocalDate.of(2026, 6, 9));
        return new Taken(step, "market", said, List.of("缴款凭证"), "v1", closed);
    }

    private CaseFile opened(@Nullable String outside) {
        return store().open(opening(outside), NUMBERS, taken(1, false));
    }

    @Test
    void everyCaseBearsTheNextNumberOfItsKindInItsYear() {
        var first = opened(null);
        var second = opened(null);

        assertThat(List.of(first.number(), second.number())).allMatch(number -> number.matches("异〔2026〕\\d+号"));
        assertThat(count(second)).isEqualTo(count(first) + 1);
        assertThat(store().find(second.id())).map(CaseFile::number).hasValue(second.number());
    }

    private static long count(CaseFile file) {
        return Long.parseLong(file.number().replaceAll(".*〕|号", ""));
    }

    private long open() {
        return opened(null).id();
    }

    @Test
    void givesBackWhatWasOpenedAndAdded() {
        long id = open();
        assertThat(store().add(id, taken(2, true))).isTrue();

        var file = store().find(id).orElseThrow();
        assertThat(file)
                .isEqualTo(new CaseFile(id, file.number(), opening(null), List.of(taken(1, false), taken(2, true))));
        assertThat(file.closed()).isTrue();
        assertThat(store().find(id + 1_000_000)).isEmpty();
    }

    @Test
    void aStepOfTheSameNumberIsAddedOnce() {
        long id = open();

        assertThat(store().add(id, taken(2, false))).isTrue();
        assertThat(store().add(id, taken(2, true))).isFalse();
        assertThat(store().find(id).orElseThrow().steps()).hasSize(2);
        assertThat(store().find(id).orElseThrow().closed()).isFalse();
    }

    @Test
    void noStepIsSkipped() {
        long id = open();

        assertThatThrownBy(() -> store().add(id, taken(3, true))).isInstanceOf(RuntimeException.class);
        assertThat(store().find(id).orElseThrow().steps()).hasSize(1);
    }

    @Test
    void ofTwoAtTheSameMomentOneIsAdded() throws Exception {
        long id = open();
        var start = new CountDownLatch(1);
        try (var two = Executors.newFixedThreadPool(2)) {
            Future<Boolean> one = two.submit(() -> {
                start.await();
                return store().together("x" + id, () -> store().add(id, taken(2, false)));
            });
            Future<Boolean> other = two.submit(() -> {
                start.await();
                return store().together("y" + id, () -> store().add(id, taken(2, true)));
            });
            start.countDown();
            assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(true, false);
        }
        assertThat(store().find(id).orElseThrow().steps()).hasSize(2);
    }

    @Test
    void whatFailsTogetherLeavesNothing() {
        long id = open();

        assertThatThrownBy(() -> store().together(record, () -> {
                    store().add(id, taken(2, false));
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(store().find(id).orElseThrow().steps()).hasSize(1);
    }

    @Test
    void listsByBodyByOrganisationAndByWhatIsOpen() {
        long open = open();
        long closed = open();
        store().add(closed, taken(2, true));

        var own = new Scope(null, Set.of(organisation));
        assertThat(store().list(own, false, 0, 10)).extracting(CaseFile::id).containsExactly(open, closed);
        assertThat(store().list(own, true, 0, 10)).extracting(CaseFile::id).containsExactly(open);
        assertThat(store().list(own, false, open, 10)).extracting(CaseFile::id).containsExactly(closed);
        assertThat(store().list(own, false, 0, 1)).hasSize(1);
        var body = new Scope(Set.of("body" + organisation), null);
        assertThat(store().list(body, false, 0, 10)).extracting(CaseFile::id).containsExactly(open, closed);
        assertThat(store().list(new Scope(Set.of(), null), false, 0, 10)).isEmpty();
        String kind = store().find(open).orElseThrow().opening().kind();
        assertThat(store().list(own.of(kind), false, 0, 10))
                .extracting(CaseFile::id)
                .containsExactly(open, closed);
        assertThat(store().list(own.of("another"), false, 0, 10)).isEmpty();
        assertThat(store().list(own.of(kind).of("another"), false, 0, 10)).isEmpty();
        assertThat(store().ofRecord(record)).extracting(CaseFile::id).containsExactly(open, closed);
    }

    @Test
    void findsByTheNumberOfTheWindow() {
        long id = opened("XYZG-" + organisation).id();

        assertThat(store().findByOutsideNumber("XYZG-" + organisation))
                .map(CaseFile::id)
                .hasValue(id);
        assertThat(store().findByOutsideNumber("XYZG-none")).isEmpty();
    }
}
