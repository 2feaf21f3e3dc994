package org.xinheng.server.publicity.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.publicity.reading.RecordCard;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/** The first page: one search box, what is shown here, what is new. */
public record HomePage(List<Shelf> shelves) implements PageView {

    public HomePage {
        shelves = List.copyOf(shelves);
    }

    /** Records of one type: how many the public sees today, and the newest. */
    public record Shelf(RecordType type, long count, List<Item> latest) {

        public Shelf {
            latest = List.copyOf(latest);
        }
    }

    /** @param party name of the organisation; null for adverse records: this page is indexed, theirs are not */
    public record Item(RecordCard card, @Nullable String party) {}

    @Override
    public String template() {
        return "publicity/home";
    }

    @Override
    public String title(Words words) {
        return words.say(PortalText.HOME_TITLE);
    }

    @Override
    public String section() {
        return "/";
    }
}
