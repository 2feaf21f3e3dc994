/**
 * Exercise of programs that ask (演练): a client that may do this and nothing else gets made-up organisations, judged by the rules in force
 * as real ones are. Reads no register, no archive and no receipt, and keeps none.
 */
@NullMarked
package org.xinheng.server.measure.sandbox;

import org.jspecify.annotations.NullMarked;
