/** The service window (查询窗口): an organisation's public records on paper, for whoever presents its licence or its authorisation. */
@NullMarked
package org.xinheng.server.publicity.window;

import org.jspecify.annotations.NullMarked;
