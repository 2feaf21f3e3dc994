package org.xinheng.server.organisation.store;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinheng.core.record.OrganisationName;
import org.xinheng.server.organisation.NamesInText;

/** Looks names up by the index of keys, from every place of the text on. */
@Component
final class SqlNamesInText implements NamesInText {

    private static final int LONGEST = 200;

    /** Places looked at in one question: PostgreSQL walks a text from its beginning to each of them. */
    private static final int AT_ONCE = 500;

    private final JdbcClient sql;

    SqlNamesInText(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<FoundName> find(String text, int most) {
        int[] places = new int[text.length()];
        String key = key(text, places);
        List<FoundName> all = new ArrayList<>();
        int from = 0;
        while (from < key.length() && all.size() < most) {
            int begin = from;
            String part = key.substring(begin, Math.min(key.length(), begin + AT_ONCE + LONGEST));
            List<FoundName> found = sql.sql("SELECT place, name FROM organisation.names_within(?, ?, ?, ?)")
                    .params(part, part.codePointCount(0, Math.min(AT_ONCE, part.length())), SHORTEST, LONGEST)
                    .query((row, _) -> found(part, begin, places, row.getInt(1), row.getString(2)))
                    .list();
            all.addAll(found);
            from = begin + AT_ONCE;
            if (!found.isEmpty()) {
                int behind = found.getLast().at() + found.getLast().length();
                while (from < key.length() && places[from] < behind) {
                    from++;
                }
            }
        }
        return all.size() <= most ? all : all.subList(0, most);
    }

    /** PostgreSQL counts characters from 1, Java halves of rare ones from 0. */
    private static FoundName found(String part, int begin, int[] places, int place, String name) {
        int first = begin + part.offsetByCodePoints(0, place - 1);
        int end = first + OrganisationName.key(name).length();
        return new FoundName(places[first], places[end - 1] + 1 - places[first], name);
    }

    /** @param places filled with the place in the text of each character of the key */
    private static String key(String text, int[] places) {
        StringBuilder key = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            String one = text.charAt(i) == '\u0000' ? "" : OrganisationName.key(text.substring(i, i + 1));
            if (!one.isEmpty()) {
                places[key.length()] = i;
                key.append(one);
            }
        }
        return key.toString();
    }
}
