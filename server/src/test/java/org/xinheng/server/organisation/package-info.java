/** The register, and one in memory for tests of what stands on it. */
@NullMarked
package org.xinheng.server.organisation;

import org.jspecify.annotations.NullMarked;
