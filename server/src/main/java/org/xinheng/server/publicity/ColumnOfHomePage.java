package org.xinheng.server.publicity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.xinheng.server.web.Words;

/** What another module adds to the first page. It is asked at every visit and shows nothing that is not public. */
@FunctionalInterface
public interface ColumnOfHomePage {

    /** @return empty when there is nothing to show */
    Optional<Column> column(Words words);

    /** @param address where all of it stands, without language prefix */
    record Column(String title, List<Item> items, String address) {
        public Column {
            items = List.copyOf(items);
        }
    }

    /**
     * @param address without language prefix
     * @param day of its publication (Asia/Shanghai)
     */
    record Item(String words, String address, LocalDate day) {}
}
