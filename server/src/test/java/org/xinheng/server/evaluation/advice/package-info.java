/** Tests of advice after a poor grade. */
@NullMarked
package org.xinheng.server.evaluation.advice;

import org.jspecify.annotations.NullMarked;
