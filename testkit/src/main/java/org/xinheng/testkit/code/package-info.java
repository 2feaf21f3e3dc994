/** Mints codes of organisations that do not exist; an implementation of the check digits apart from the one in core. */
@NullMarked
package org.xinheng.testkit.code;

import org.jspecify.annotations.NullMarked;
