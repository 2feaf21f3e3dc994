/**
 * The case machine (案件流程): from the steps of a case to its state and its periods, and whether a further step may be taken. Pure; it
 * knows no kind of case by itself and keeps nothing.
 */
@NullMarked
package org.xinheng.core.casework;

import org.jspecify.annotations.NullMarked;
