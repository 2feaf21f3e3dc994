package org.xinheng.server.evaluation.run;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What an evaluation may know (知悉时点): archive and register at a position of each. An evaluation of a past day knows what was known when
 * that day ended, of today or a later day what is known now.
 *
 * <p>Which entries of the register are the same organisation is known as of today: a merge puts right who was meant all along.
 */
record Knowledge(long archive, long register) {

    /** @param day of the evaluation, in the zone of the clock */
    static Knowledge on(LocalDate day, CityRun.Sources sources, Clock clock) {
        Instant end = day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        return clock.instant().isBefore(end)
                ? new Knowledge(
                        sources.archive().position().value(),
                        sources.organisations().position())
                : new Knowledge(
                        sources.archive()
                                .positionAt(end.minus(1, ChronoUnit.MICROS))
                                .value(),
                        sources.register().positionBefore(end));
    }
}
