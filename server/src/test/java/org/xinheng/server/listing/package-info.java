/** The way to a listing on the whole server: over HTTP, at once, and past the program straight into its database. */
@NullMarked
package org.xinheng.server.listing;

import org.jspecify.annotations.NullMarked;
