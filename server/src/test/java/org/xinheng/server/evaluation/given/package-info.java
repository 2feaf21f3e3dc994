/** Tests of what readers are told of grades. */
@NullMarked
package org.xinheng.server.evaluation.given;

import org.jspecify.annotations.NullMarked;
