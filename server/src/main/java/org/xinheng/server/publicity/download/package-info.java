/**
 * Public data as files (公共数据下载): what the pages show on the day, type by type, read from the archive while it is sent. There is no copy that
 * could outlive a record.
 */
@NullMarked
package org.xinheng.server.publicity.download;

import org.jspecify.annotations.NullMarked;
