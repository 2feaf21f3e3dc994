package org.xinheng.server.consent;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.xinheng.server.access.Actor;

/**
 * Grants as they are asked for by whoever hands something over under them that is no file. A hand-over is a read like every other:
 * ruled by the grant as it stands at that moment, counted, and shown to the organisation.
 */
public interface StandingConsents {

    /**
     * @param reader id of the institution
     * @param purpose id of the purpose
     * @param data id of the category
     */
    record Use(String reader, String purpose, String data) {}

    /** How an organisation's grants for a use stand on the day of the call. */
    sealed interface State {

        /** @param last day of its life */
        record Stands(long consent, LocalDate last) implements State {}

        record Not(Why why) implements State {}
    }

    /** Why nothing may be read; of several grants the newest says it. */
    enum Why {
        NEVER_GRANTED,
        NOT_YET,
        PAUSED,
        REVOKED,
        OVER
    }

    /** @param organisations entries of the register that are one organisation */
    State of(Collection<Long> organisations, Use use);

    /** What came of a hand-over. */
    enum Reading {
        PERMITTED,
        /** A grant stands, and its reads are used up for now. */
        TOO_OFTEN,
        /** None stands. */
        REFUSED
    }

    /**
     * Reads under a grant of an organisation, in the transaction of the caller: a revocation that was committed is always seen.
     *
     * @param fileNumber under which the organisation sees the read
     * @throws org.springframework.dao.DataAccessException when it cannot be written down: then nothing may be given out
     */
    Reading read(Actor actor, Collection<Long> organisations, Use use, String fileNumber);

    /** @param upTo last grant of the page, to go on after */
    record Page(List<Long> organisations, long upTo) {
        public Page {
            organisations = List.copyOf(organisations);
        }
    }

    /** Whose grants for a use are not over by their days, grant by grant; empty after the last one. */
    Page granted(Use use, long after, int size);
}
