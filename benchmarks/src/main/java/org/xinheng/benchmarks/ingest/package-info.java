/** Deliveries: from the upload until every row is answered and shown, beside the bare COPY of the same rows. */
@NullMarked
package org.xinheng.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;
