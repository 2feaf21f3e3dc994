/** Credit checks on a real database. */
@NullMarked
package org.xinheng.server.measure;

import org.jspecify.annotations.NullMarked;
