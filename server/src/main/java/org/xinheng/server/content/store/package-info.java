/** Keeps the library in PostgreSQL: versions and acts, appended only. Judges nothing. */
@NullMarked
package org.xinheng.server.content.store;

import org.jspecify.annotations.NullMarked;
