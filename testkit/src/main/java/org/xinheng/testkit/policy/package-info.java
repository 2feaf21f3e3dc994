/** Policies that differ from a loaded one in what a test is about, and in nothing else. */
@NullMarked
package org.xinheng.testkit.policy;

import org.jspecify.annotations.NullMarked;
