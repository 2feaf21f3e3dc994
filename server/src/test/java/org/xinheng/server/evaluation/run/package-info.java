/** Tests of runs without a server. */
@NullMarked
package org.xinheng.server.evaluation.run;

import org.jspecify.annotations.NullMarked;
