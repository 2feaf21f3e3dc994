/**
 * From a grade to those who may be given it: notice to the organisation before a bad one, its answer, the office's decision, and the
 * one door by which departments that the pack names read grades. Evaluates nothing itself.
 */
@NullMarked
package org.xinheng.server.evaluation.release;

import org.jspecify.annotations.NullMarked;
