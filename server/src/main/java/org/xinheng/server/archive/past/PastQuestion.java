package org.xinheng.server.archive.past;

import java.time.LocalDate;
import org.xinheng.server.archive.Archive.Position;

/**
 * What is asked about the past, with why.
 *
 * @param knownAt what was known at this position
 * @param asOf on which day (Asia/Shanghai), at its end
 * @param seenAt the position whose state was on the portal at the end of that day, as far as it was known
 * @param purpose ground and file number, for the log of reads
 */
record PastQuestion(Position knownAt, LocalDate asOf, Position seenAt, String purpose) {}
