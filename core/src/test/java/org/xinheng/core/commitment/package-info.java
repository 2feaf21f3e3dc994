@org.jspecify.annotations.NullMarked
package org.xinheng.core.commitment;
