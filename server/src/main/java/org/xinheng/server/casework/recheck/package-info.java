/** Looks into granted repairs again: wrong ones, and missed ones. Corrects nothing: whoever made the finding does. */
@NullMarked
package org.xinheng.server.casework.recheck;

import org.jspecify.annotations.NullMarked;
