package org.xinheng.server.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.evaluation.Evaluation;
import org.xinheng.core.evaluation.MainReasons;
import org.xinheng.core.evaluation.OrganisationFacts;
import org.xinheng.core.evaluation.WhatIf;
import org.xinheng.core.policy.EvaluationModel;
import org.xinheng.server.organisation.Organisation;

/** Evaluation of one organisation, and runs over all of them. Who may ask is a matter of the caller. */
public interface Evaluations {

    /** Models of the pack in force, the first one being the default. */
    List<EvaluationModel> models();

    /**
     * One organisation on a day: of a past day by what was known when it ended, of today or a later one by what is known now.
     *
     * @param model id of a model; empty where the pack has no such model
     */
    Optional<Explained> explain(String model, Organisation organisation, LocalDate day);

    /** @param whatIfs what would change the result, each computed by the model */
    record Explained(EvaluationModel model, Evaluation result, List<MainReasons.Reason> reasons, List<WhatIf> whatIfs) {
        public Explained {
            reasons = List.copyOf(reasons);
            whatIfs = List.copyOf(whatIfs);
        }
    }

    /**
     * Model and facts for a run elsewhere.
     *
     * @param day of the evaluation, on which marks have effect or not
     * @return empty where the pack has no such model
     */
    Optional<Export> export(String model, LocalDate day);

    /** What a run elsewhere needs. */
    interface Export {

        /** The compiled model, as {@link org.xinheng.core.evaluation.ModelFile} writes it. */
        byte[] model();

        /** Every organisation of the register, by id, with its records of the types that the model looks at, one after the other. */
        void each(BiConsumer<Long, OrganisationFacts> reader);
    }

    /**
     * Begins a run over the whole place, or goes on with one of the same model and day that was broken off; one that works or waits
     * stays the one.
     *
     * @param day of the evaluation (Asia/Shanghai)
     * @return empty where the pack has no such model
     */
    Optional<Run> start(String model, LocalDate day, String actor);

    /** Whether the whole place was evaluated for a day by the model and the rules as they stand now. */
    boolean finished(String model, LocalDate day);

    /**
     * Evaluates again, by every model, whom something befell since the last time: records that came, ended, were marked or restored, whose
     * last day went by, and changes in the register. A great many at once are left to the nightly run.
     */
    void follow();

    /** What was said last of an organisation when something had befallen it; empty where nothing was said or it was dropped. */
    Optional<Said> lastSaid(String model, long organisation);

    /**
     * @param day of the evaluation
     * @param position of the archive, up to which it was known
     * @param grade null when not rated; then why
     */
    record Said(
            LocalDate day,
            long position,
            @Nullable String grade,
            @Nullable Integer points,
            @Nullable String why) {}

    /**
     * Drops results of runs that began before an instant, but never those of the newest finished run of each model. Receipts and
     * counts stay, and so does what was said by event in the last three days: a run of the night is followed with it.
     *
     * @return how many were dropped
     */
    int dropResultsBefore(Instant before);

    Optional<Run> run(long id);

    /** What a run said of an organisation, as it was kept; empty where it said nothing or its results were dropped. */
    Optional<Stored> stored(long run, Organisation organisation);

    /** @param grade null when not rated; then why */
    record Stored(
            @Nullable String grade,
            @Nullable Integer points,
            @Nullable String why,
            Explaining explanation) {}

    /** Runs, newest first. */
    List<Run> runs(int limit);

    /**
     * Receipt of a run (评价批次回执).
     *
     * @param modelHash SHA-256 over what the model says, so that another edition is seen
     * @param pack version of the pack
     * @param positions of the archive, from the first part read to the last: the same for all parts
     * @param done parts that are finished, of {@code parts}
     * @param counts null until the run is finished
     */
    record Run(
            long id,
            String model,
            String modelHash,
            String pack,
            LocalDate day,
            Positions positions,
            int done,
            int parts,
            @Nullable Counts counts) {

        public boolean finished() {
            return counts != null;
        }
    }

    record Positions(long first, long last) {}

    /**
     * @param grades how many have each grade, in the order of their ids
     * @param notRated how many have none, by reason
     */
    record Counts(long organisations, long records, List<Count> grades, List<Count> notRated) {
        public Counts {
            grades = List.copyOf(grades);
            notRated = List.copyOf(notRated);
        }

        public long rated() {
            return grades.stream().mapToLong(Count::number).sum();
        }
    }

    record Count(String id, long number) {}
}
