/** Where cases are kept: appended to, never changed. */
@NullMarked
package org.xinheng.server.casework.store;

import org.jspecify.annotations.NullMarked;
