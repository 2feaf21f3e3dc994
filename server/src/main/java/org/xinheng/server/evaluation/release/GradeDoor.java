package org.xinheng.server.evaluation.release;

import org.xinheng.core.evaluation.Evaluation;
import org.xinheng.server.organisation.Organisation;

/**
 * The one door before a bad grade: whether a result of today may be given to those who have a rule for its grade. Asked by whoever gives,
 * asked or unasked.
 */
@FunctionalInterface
public interface GradeDoor {

    /** A bad grade only after the organisation was told of this very result, was heard, and the office released it. */
    boolean opens(String model, Organisation organisation, Evaluation.Rated result);
}
