package org.xinheng.server.organisation.store;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.xinheng.server.organisation.TextGrams;

/** Writes names with what search needs of them. */
@Component
final class NameWriter {

    private static final String TABLE =
            "organisation.name (organisation_id, ordinal, name, name_key, heard, position," + " row_number, grams)";

    private final JdbcTemplate jdbc;

    NameWriter(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    void write(List<NewName> names) {
        if (names.isEmpty()) {
            return;
        }
        var rows = new CopyRows();
        for (NewName name : names) {
            rows.number(name.organisationId())
                    .number(name.ordinal())
                    .text(name.name())
                    .text(name.key())
                    .truth(name.heard())
                    .number(name.position())
                    .number(name.rowNumber())
                    .texts(TextGrams.of(name.key()))
                    .end();
        }
        rows.into(TABLE, jdbc);
        // At once: a search reads what is not sorted in yet row by row.
        jdbc.execute("SELECT organisation.sort_in_names()");
    }
}
