package org.xinheng.server.service;

import java.io.IOException;

/**
 * Port by which an organisation hears that a document awaits it (短信、邮件通知). It carries no content: what is served lies
 * in the inbox. Whoever connects a gateway knows the organisation's contact; this platform keeps none.
 */
@FunctionalInterface
public interface Notifications {

    /** Channels by which it is told. */
    enum Channel {
        MAIL,
        SMS
    }

    /** @throws IOException when the gateway did not take it; it is offered again when the server starts next */
    void tell(Channel channel, Served served) throws IOException;
}
