/** Consent of organisations to reads of their data: what a grant allows on a day, as pure functions. Stores nothing. */
@NullMarked
package org.xinheng.core.consent;

import org.jspecify.annotations.NullMarked;
