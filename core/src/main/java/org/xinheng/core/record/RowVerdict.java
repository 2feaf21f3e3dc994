package org.xinheng.core.record;

import java.util.List;

/** What the checks of form and meaning say of one row, before anybody looked into register and archive. */
public sealed interface RowVerdict {

    /** Fit to be matched with its organisation. */
    record Usable(CheckedRow row, List<Finding> warnings) implements RowVerdict {}

    /** Something the source has to mend. */
    record Refused(List<Finding> findings) implements RowVerdict {}

    /** Concerns a natural person: counted, nothing of it kept. The reason is a code, never content. */
    record OutOfScope(String reason) implements RowVerdict {}
}
