/** What a step does to a record. */
@NullMarked
package org.xinheng.server.casework.desk;

import org.jspecify.annotations.NullMarked;
