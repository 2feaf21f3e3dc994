package org.xinheng.server.casework;

import java.time.LocalDate;
import java.util.List;

/** Who was told that a record ended and has not followed (下游未跟进): port to whoever keeps that. */
@FunctionalInterface
public interface NotFollowed {

    /** Names of consumers that still serve the record, or whose acknowledgement is overdue on a day. */
    List<String> consumers(String address, LocalDate day);
}
