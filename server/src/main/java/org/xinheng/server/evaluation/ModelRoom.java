package org.xinheng.server.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.evaluation.ModelComparison.Report;
import org.xinheng.core.policy.Policy;

/**
 * A changed model over the whole place before it is switched on (模型试算). Writes no result: what it finds is for those who approve the
 * edition of the pack, each edition by two people.
 */
public interface ModelRoom {

    /** What organisations of a report are grouped by: the category that the code says. */
    String KIND = "kind";

    /** The division in charge, where the register knows it. */
    String DISTRICT = "district";

    /** Class of size as the register gives it, which no model knows; {@link #NOT_STATED} where it gives none. */
    String SIZE = "size";

    String NOT_STATED = "";

    /**
     * Begins a trial, and goes on with it after this returns.
     *
     * @param candidate an edition of the rules that need not be in force
     * @param model id of a model that it and the edition in force have
     * @return empty where one of them has no such model
     */
    Optional<Trial> start(Policy candidate, String model, String actor);

    Optional<Trial> find(long id);

    /** Newest first. */
    List<Trial> list(int limit);

    /** Where a trial stands. */
    enum State {
        WORKING,
        FINISHED,
        /** The server was stopped or the trial failed: it is started anew. */
        BROKEN_OFF
    }

    /**
     * @param pack name of the pack of the changed model, {@code version} its version
     * @param before version of the pack in force, by which it was compared
     * @param day of both evaluations (Asia/Shanghai)
     * @param done organisations that were looked at, of {@code total}
     * @param report null until it is finished
     */
    record Trial(
            long id,
            String pack,
            String version,
            String before,
            String model,
            LocalDate day,
            Instant startedAt,
            State state,
            long done,
            long total,
            @Nullable Report report) {}
}
