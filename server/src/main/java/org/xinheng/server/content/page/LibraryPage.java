package org.xinheng.server.content.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.content.ContentKind;
import org.xinheng.server.content.ContentText;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * Pieces of the library, newest first.
 *
 * @param path of the list: all of it, or the column of warnings
 * @param typed words looked for, shown again
 * @param next key of the page that follows; null on the last one
 */
public record LibraryPage(
        String path,
        @Nullable ContentKind kind,
        String typed,
        List<Shown.Line> lines,
        @Nullable Long next,
        boolean first)
        implements PageView {

    public static final String PATH = "/library";
    public static final String WARNINGS = "/warnings";

    public LibraryPage {
        lines = List.copyOf(lines);
    }

    public boolean warnings() {
        return path.equals(WARNINGS);
    }

    public String query(@Nullable Long before) {
        StringBuilder query = new StringBuilder();
        append(query, "q", typed);
        append(query, "kind", kind == null || warnings() ? "" : kind.id());
        append(query, "before", before == null ? "" : before.toString());
        return path + query;
    }

    private static void append(StringBuilder query, String name, String value) {
        if (!value.isEmpty()) {
            query.append(query.isEmpty() ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    @Override
    public String template() {
        return "content/library";
    }

    @Override
    public String title(Words words) {
        return words.say(warnings() ? ContentText.WARNINGS_TITLE : ContentText.LIBRARY_TITLE);
    }

    /** Results of a search are not kept, nor titles that name somebody through an adverse record. */
    @Override
    public boolean indexed() {
        return typed.isEmpty() && lines.stream().noneMatch(Shown.Line::adverse);
    }

    @Override
    public String section() {
        return path;
    }
}
