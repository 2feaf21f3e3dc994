package org.xinheng.server.measure.sight;

import org.xinheng.core.code.CodeFinding;

/** Looks up what a check needs to know. */
public interface Sights {

    /** Begins to get ready for many looks, without waiting for it. */
    void prepare();

    /** @throws org.springframework.dao.DataAccessException when it cannot be seen */
    Sight look(CodeFinding code);

    /** As {@link #look}, past positions that turned out not to be the last ones. */
    Sight lookPast(Positions left, CodeFinding code);
}
