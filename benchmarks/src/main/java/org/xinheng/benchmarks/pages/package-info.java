/** Pages of the portal under load: the product from its database, an endpoint that does nothing, and a table in Thymeleaf. */
@NullMarked
package org.xinheng.benchmarks.pages;

import org.jspecify.annotations.NullMarked;
