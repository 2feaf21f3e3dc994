package org.xinheng.server.service.inbox;

import java.io.IOException;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.xinheng.server.service.Notifications;
import org.xinheng.server.service.Notifications.Channel;
import org.xinheng.server.service.Served;

/** Tells organisations by mail and text message that a document awaits them, from the outbox: after the service committed. */
class Announcing {

    private final Notifications notifications;

    Announcing(Notifications notifications) {
        this.notifications = notifications;
    }

    @ApplicationModuleListener
    void on(Served served) throws IOException {
        for (Channel channel : Channel.values()) {
            notifications.tell(channel, served);
        }
    }
}
