package org.xinheng.server.service.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.xinheng.server.service.Notifications;
import org.xinheng.server.service.Served;
import tools.jackson.databind.json.JsonMapper;

/**
 * The default where no gateway is connected: one file per notice below {@code DIR/notifications/mail} and {@code …/sms}, for
 * the operator to send on. Written whole or not at all; the same notice twice is one file.
 */
final class FileNotifications implements Notifications {

    private final Path folder;
    private final JsonMapper json = new JsonMapper();

    FileNotifications(Path folder) {
        this.folder = folder;
    }

    @Override
    public void tell(Channel channel, Served served) throws IOException {
        Path place = folder.resolve(channel.name().toLowerCase(Locale.ROOT));
        Files.createDirectories(place);
        Map<String, String> notice = new LinkedHashMap<>();
        notice.put("document", Long.toString(served.documentId()));
        notice.put("organisation", Long.toString(served.organisationId()));
        notice.put("servedAt", served.at().toString());
        notice.put("inbox", DocumentsPage.PATH + "/" + served.documentId());
        Path part = Files.createTempFile(place, served.documentId() + "-", ".part");
        Files.write(part, json.writeValueAsString(notice).getBytes(StandardCharsets.UTF_8));
        Files.move(part, place.resolve(served.documentId() + ".json"), StandardCopyOption.ATOMIC_MOVE);
    }
}
