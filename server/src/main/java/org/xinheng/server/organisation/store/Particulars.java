package org.xinheng.server.organisation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.organisation.Organisation.State;
import org.xinheng.server.organisation.RegisterRow;

/** What a register says of an organisation beside its code and name. */
record Particulars(
        State state,
        @Nullable String jurisdiction,
        @Nullable LocalDate registeredOn,
        @Nullable String type,
        @Nullable String capital,
        @Nullable String province,
        @Nullable String city,
        @Nullable String scope,
        @Nullable String size) {

    static final String COLUMNS = "state, jurisdiction, registered_on, type, capital, province, city, scope, size";

    static Particulars of(RegisterRow row) {
        return new Particulars(
                row.state(),
                filled(row.jurisdiction()),
                row.registeredOn(),
                filled(row.type()),
                filled(row.capital()),
                filled(row.province()),
                filled(row.city()),
                filled(row.scope()),
                filled(row.size()));
    }

    static Particulars of(ResultSet row) throws SQLException {
        return new Particulars(
                State.valueOf(row.getString("state")),
                row.getString("jurisdiction"),
                row.getObject("registered_on", LocalDate.class),
                row.getString("type"),
                row.getString("capital"),
                row.getString("province"),
                row.getString("city"),
                row.getString("scope"),
                row.getString("size"));
    }

    /** In the order of {@link #COLUMNS}. */
    CopyRows copy(CopyRows rows) {
        return rows.text(state.name())
                .text(jurisdiction)
                .day(registeredOn)
                .text(type)
                .text(capital)
                .text(province)
                .text(city)
                .text(scope)
                .text(size);
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
