package org.xinheng.server.publicity.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.publicity.ColumnOfHomePage;
import org.xinheng.server.publicity.reading.RecordCard;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * The first page: one search box, what is shown here, what is new.
 *
 * @param figures how much is shown today, each with its rows behind it
 * @param shelves the newest records of the types that the place shows first
 * @param offered what other modules add
 */
public record HomePage(List<Figure> figures, List<Shelf> shelves, List<ColumnOfHomePage.Column> offered)
        implements PageView {

    public HomePage {
        figures = List.copyOf(figures);
        shelves = List.copyOf(shelves);
        offered = List.copyOf(offered);
    }

    /** @param count records that the public sees today */
    public record Figure(RecordType type, long count) {}

    /** The newest records of one type. */
    public record Shelf(RecordType type, List<Item> latest) {

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
