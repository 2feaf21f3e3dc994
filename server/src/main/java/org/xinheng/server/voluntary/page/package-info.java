/** Pages on which facts are filed, verified and taken back. */
@NullMarked
package org.xinheng.server.voluntary.page;

import org.jspecify.annotations.NullMarked;
