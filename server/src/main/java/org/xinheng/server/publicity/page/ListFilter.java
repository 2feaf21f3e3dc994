package org.xinheng.server.publicity.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.archive.PublicRecords;
import org.xinheng.server.web.Formats;

/** The filter of a list as a reader typed it; it stands in the address, so that a list can be kept and passed on. */
public record ListFilter(String from, String to, String authority, String place) {

    static ListFilter of(String from, String to, String authority, String place) {
        return new ListFilter(from.strip(), to.strip(), authority.strip(), place.strip());
    }

    public boolean fromUnreadable() {
        return unreadable(from);
    }

    public boolean toUnreadable() {
        return unreadable(to);
    }

    public boolean unreadable() {
        return fromUnreadable() || toUnreadable();
    }

    /** Only for a filter that is readable. */
    PublicRecords.Filter on(String type) {
        return new PublicRecords.Filter(type, given(authority), given(place), day(from), day(to));
    }

    /** The filter as a query string with its question mark, and with the key of the page that follows. */
    public String query(@Nullable String after) {
        StringBuilder query = new StringBuilder();
        append(query, "from", from);
        append(query, "to", to);
        append(query, "authority", authority);
        append(query, "place", place);
        append(query, "after", after == null ? "" : after);
        return query.isEmpty() ? "" : "?" + query;
    }

    private static void append(StringBuilder query, String name, String value) {
        if (!value.isEmpty()) {
            query.append(query.isEmpty() ? "" : "&")
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private static boolean unreadable(String typed) {
        return !typed.isEmpty() && Formats.typedDay(typed).isEmpty();
    }

    private static @Nullable LocalDate day(String typed) {
        return Formats.typedDay(typed).orElse(null);
    }

    private static @Nullable String given(String typed) {
        return typed.isEmpty() ? null : typed;
    }
}
