@NullMarked
package org.xinheng.testkit.evaluation;

import org.jspecify.annotations.NullMarked;
