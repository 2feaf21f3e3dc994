/** Reads facts, runs the model, writes results back; part by part, so that a run that was broken off goes on. */
@NullMarked
package org.xinheng.server.evaluation.run;

import org.jspecify.annotations.NullMarked;
