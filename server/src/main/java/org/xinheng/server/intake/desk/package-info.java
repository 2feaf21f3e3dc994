/** What all faces of the intake share: whose deliveries an actor may see, the files that come in over HTTP, the sentences. Knows no address and no page. */
@NullMarked
package org.xinheng.server.intake.desk;

import org.jspecify.annotations.NullMarked;
