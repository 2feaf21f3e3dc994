/** Grants, steps and reads in the database. Judges nothing. */
@NullMarked
package org.xinheng.server.consent.store;

import org.jspecify.annotations.NullMarked;
