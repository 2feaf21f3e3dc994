package org.xinheng.server.organisation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.policy.SourceScope;

/** The queue of wrong and duplicate codes (重错码): what is wrong, in which row of whom, and how it was settled. */
public interface CodeQuality {

    /**
     * Newest first.
     *
     * @param open open questions, else settled ones
     * @param fault null for all
     * @param after id of the last one seen; null at the beginning
     */
    Page list(boolean open, @Nullable CodeFault fault, SourceScope scope, @Nullable Long after, int size);

    /** How many are open, by what is wrong; faults without any are absent. */
    Map<CodeFault, Long> open(SourceScope scope);

    Optional<Entry> find(long id);

    /**
     * Settles an open question. {@link CodeResolution#CONFIRMED} opens the organisation of a code whose check character
     * fails, so that the next delivery of its row is taken.
     *
     * @param reason fit to be read by others
     */
    Settling settle(long id, CodeResolution outcome, String reason, String actor);

    /** @param next id of the last one of this page when another follows */
    record Page(List<Entry> entries, @Nullable Long next) {
        public Page {
            entries = List.copyOf(entries);
        }
    }

    /**
     * @param reason one stable word
     * @param rawCode as published
     * @param known name that the register holds for the code; null where it holds none
     * @param source code of the source of the row; null when it is not known
     * @param rowNumber of its delivery
     * @param settled null while it is open
     */
    record Entry(
            long id,
            CodeFault fault,
            String reason,
            String rawCode,
            String code,
            String name,
            @Nullable String known,
            @Nullable String source,
            Instant recordedAt,
            long rowNumber,
            @Nullable Settled settled) {}

    record Settled(CodeResolution outcome, String reason, String actor, Instant at) {}

    enum Settling {
        DONE,
        NO_SUCH_ENTRY,
        /** Somebody settled it meanwhile. */
        SETTLED_ALREADY,
        /** This question cannot end so. */
        NOT_POSSIBLE
    }
}
