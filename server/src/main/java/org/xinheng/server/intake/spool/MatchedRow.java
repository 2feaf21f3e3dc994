package org.xinheng.server.intake.spool;

import org.xinheng.server.archive.NewVersion;

/**
 * A row whose organisation is found.
 *
 * @param repairNotice the source says when it served the notice of repair (两书同达)
 */
public record MatchedRow(NewVersion version, boolean repairNotice) {}
