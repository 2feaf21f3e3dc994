package org.xinheng.server.administration.reading;

import java.time.Instant;

/** One read in words. @param code of the organisation; empty for a read about none */
record ReadingLine(Instant at, String body, String post, String what, String party, String code, String purpose) {}
