package org.xinheng.server.measure.answer;

import org.springframework.dao.TransientDataAccessResourceException;

/**
 * The clock stands before what archive or sources already lived through: on such a day a late source would pass for fresh and a record
 * that is in force for one that is still to come. There is no answer until the clock is put right.
 */
public final class ClockBehind extends TransientDataAccessResourceException {

    private static final long serialVersionUID = 1L;

    ClockBehind() {
        super("the clock stands before what was recorded last");
    }
}
