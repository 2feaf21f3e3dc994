package org.xinheng.server.service.attachment;

import org.xinheng.server.service.AttachmentFault;

/** What a file is by its content. */
sealed interface ContentReading {

    record Fit(AttachmentType type) implements ContentReading {}

    record Unfit(AttachmentFault fault) implements ContentReading {}
}
