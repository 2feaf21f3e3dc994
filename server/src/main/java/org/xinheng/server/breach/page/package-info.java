/** Notices of breaches for superiors, the office and the auditor. */
@NullMarked
package org.xinheng.server.breach.page;

import org.jspecify.annotations.NullMarked;
