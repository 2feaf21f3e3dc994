/**
 * Asks credit checks (信用核查) for a business system, with nothing at run time but the JDK. Whatever goes wrong is a result of its own: a fault is never
 * good news. Decides nothing.
 */
@NullMarked
package org.xinheng.client;

import org.jspecify.annotations.NullMarked;
