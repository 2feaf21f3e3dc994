/** Signing, pausing and revoking grants, and reading under them. Knows no page and no program. */
@NullMarked
package org.xinheng.server.consent.desk;

import org.jspecify.annotations.NullMarked;
