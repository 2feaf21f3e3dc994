/** Pages of the log of reads: body, post and purpose, never the account. */
@NullMarked
package org.xinheng.server.administration.reading;

import org.jspecify.annotations.NullMarked;
