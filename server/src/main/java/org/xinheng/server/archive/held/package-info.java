/**
 * The queue of records that the gate holds back or that wait for their class to be confirmed: why, and what to do. Lets nothing out itself.
 */
@NullMarked
package org.xinheng.server.archive.held;

import org.jspecify.annotations.NullMarked;
