/** Opens cases and takes steps in them: who acts as whom, and what a step does to records. */
@NullMarked
package org.xinheng.server.casework.desk;

import org.jspecify.annotations.NullMarked;
