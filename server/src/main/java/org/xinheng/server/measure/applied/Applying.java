package org.xinheng.server.measure.applied;

import org.xinheng.core.measure.use.Verdict;

/** What became of a statement. */
public sealed interface Applying {

    /** @param repeated it had been said before: nothing was done twice */
    record Applied(AppliedMeasure measure, boolean repeated) implements Applying {}

    record Refused(Verdict.Refused refusal) implements Applying {}

    /** The code identifies nobody in the register. */
    record NoSuchOrganisation() implements Applying {}
}
