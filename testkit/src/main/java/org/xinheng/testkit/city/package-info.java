/**
 * The made-up city: its organisations, and the files its departments deliver over five years, good rows and bad ones.
 *
 * <p>Knows the columns of the official layouts as a department's clerk knows them; the product does not use this knowledge.
 */
@NullMarked
package org.xinheng.testkit.city;

import org.jspecify.annotations.NullMarked;
