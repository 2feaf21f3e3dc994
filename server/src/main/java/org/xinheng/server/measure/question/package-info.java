/** From what somebody typed or sent to a question in order, or to what is wrong with it. Answers nothing. */
@NullMarked
package org.xinheng.server.measure.question;

import org.jspecify.annotations.NullMarked;
