package org.xinheng.server.publicity.kiosk;

import java.util.List;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.publicity.reading.RecordCard;
import org.xinheng.server.web.QrPicture;
import org.xinheng.server.web.Words;

/**
 * An organisation on the terminal: how much is shown of it, the newest, and the way to the whole page on one's own phone.
 *
 * @param newest records, the last decided first
 */
public record KioskResultPage(
        Organisation organisation, List<Chapter> chapters, List<RecordCard> newest, QrPicture phone)
        implements KioskPage {

    public KioskResultPage {
        chapters = List.copyOf(chapters);
        newest = List.copyOf(newest);
    }

    public record Chapter(RecordType type, long count) {}

    @Override
    public int seconds() {
        return 120;
    }

    @Override
    public String template() {
        return "kiosk/result";
    }

    @Override
    public String title(Words words) {
        return organisation.name();
    }
}
