/** The pages in a real browser: what people see, with scripts and without, on a phone and on a desk. */
@NullMarked
package org.xinheng.server.browser;

import org.jspecify.annotations.NullMarked;
