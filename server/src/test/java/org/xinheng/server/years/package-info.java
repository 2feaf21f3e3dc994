/** Years that pass day by day over a city's records, and what every output still shows of them. */
@NullMarked
package org.xinheng.server.years;

import org.jspecify.annotations.NullMarked;
