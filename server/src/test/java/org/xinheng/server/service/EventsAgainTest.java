package org.xinheng.server.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.EventPublication.Status;
import org.springframework.modulith.events.IncompleteEventPublications;

class EventsAgainTest {

    private static final Instant NOW = Instant.parse("2026-06-10T04:00:00Z");
    private static final Duration LATE = Duration.ofMinutes(5);

    private record Meant(String name) {}

    private record Published(
            Object getEvent,
            Status getStatus,
            Instant getPublicationDate,
            @Nullable Instant getLastResubmissionDate) {}

    private final List<Predicate<EventPublication>> asked = new ArrayList<>();

    private boolean isOffered(Published one) {
        IncompleteEventPublications publications = (IncompleteEventPublications) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {IncompleteEventPublications.class},
                (_, method, arguments) -> {
                    @SuppressWarnings("unchecked")
                    var predicate = (Predicate<EventPublication>) arguments[0];
                    asked.add(predicate);
                    return null;
                });
        new EventsAgain(publications, Set.of(Meant.class), Clock.fixed(NOW, ZoneOffset.UTC), LATE).run();
        return asked.getLast().test((EventPublication) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {EventPublication.class},
                (_, method, arguments) ->
                        Published.class.getDeclaredMethod(method.getName()).invoke(one)));
    }

    @Test
    void whatFailedIsOfferedAtOnceAndWhatIsUnderWayOnlyWhenItIsLate() {
        Meant event = new Meant("revoked");
        assertThat(isOffered(new Published(event, Status.FAILED, NOW, null))).isTrue();
        assertThat(isOffered(new Published(event, Status.PROCESSING, NOW, null)))
                .isFalse();
        assertThat(isOffered(
                        new Published(event, Status.PROCESSING, NOW.minus(LATE).minusSeconds(1), null)))
                .isTrue();
        assertThat(isOffered(
                        new Published(event, Status.RESUBMITTED, NOW.minus(LATE).minusSeconds(1), NOW)))
                .as("tried again a moment ago")
                .isFalse();
        assertThat(isOffered(new Published("another event", Status.FAILED, NOW, null)))
                .isFalse();
    }
}
