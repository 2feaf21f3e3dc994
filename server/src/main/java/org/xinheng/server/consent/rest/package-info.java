/** Grants and reads for the programs of admitted institutions. */
@NullMarked
package org.xinheng.server.consent.rest;

import org.jspecify.annotations.NullMarked;
