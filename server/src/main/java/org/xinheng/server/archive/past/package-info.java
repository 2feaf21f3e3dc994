/**
 * Past states (law 4): what was known and shown then, for auditor and court, with ground and file number, each read logged. Never on a public endpoint.
 */
@NullMarked
package org.xinheng.server.archive.past;

import org.jspecify.annotations.NullMarked;
