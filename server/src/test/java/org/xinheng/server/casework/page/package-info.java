/** Tests of the pages of cases. */
@NullMarked
package org.xinheng.server.casework.page;

import org.jspecify.annotations.NullMarked;
