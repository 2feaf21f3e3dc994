package org.xinheng.server.measure.feedback;

import org.xinheng.core.measure.use.Verdict;

/** What became of a feedback. */
public sealed interface Giving {

    /** @param check with what was said of it now */
    record Kept(AskedCheck check) implements Giving {}

    /** The measure may not be applied, so that it cannot have been. */
    record Unlawful(Verdict.Refused refusal) implements Giving {}

    /** The answer did not name the measure. */
    record NoSuchMeasure() implements Giving {}

    /** Something else was said of the measure before. */
    record Answered() implements Giving {}

    /** The ground fell away in this very moment; nothing was kept. */
    record Overtaken() implements Giving {}
}
