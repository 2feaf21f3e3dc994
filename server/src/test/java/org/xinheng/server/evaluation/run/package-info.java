/** Tests of runs, and of what follows events. */
@NullMarked
package org.xinheng.server.evaluation.run;

import org.jspecify.annotations.NullMarked;
