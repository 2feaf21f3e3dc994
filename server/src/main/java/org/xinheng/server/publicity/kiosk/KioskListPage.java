package org.xinheng.server.publicity.kiosk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.publicity.reading.RecordCard;
import org.xinheng.server.web.Words;

/** The newest records of one type, to choose an organisation from. */
public record KioskListPage(RecordType type, List<Line> lines) implements KioskPage {

    public KioskListPage {
        lines = List.copyOf(lines);
    }

    public record Line(RecordCard card, @Nullable OrganisationLabel party) {}

    @Override
    public int seconds() {
        return 120;
    }

    @Override
    public String template() {
        return "kiosk/list";
    }

    @Override
    public String title(Words words) {
        return words.say(type.title());
    }
}
