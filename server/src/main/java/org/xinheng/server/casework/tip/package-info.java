/** Tip-offs by anybody (投诉举报): what is told becomes a lead for a body; of who tells nothing is asked, kept or logged. */
@NullMarked
package org.xinheng.server.casework.tip;

import org.jspecify.annotations.NullMarked;
