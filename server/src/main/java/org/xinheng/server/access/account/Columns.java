package org.xinheng.server.access.account;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Role;

/** Roles and permissions as text arrays of the database. */
final class Columns {

    private Columns() {}

    static String[] names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    static Set<Permission> permissions(ResultSet row, String column) throws SQLException {
        return Arrays.stream(texts(row.getArray(column)))
                .map(Permission::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    static Set<Role> roles(ResultSet row, String column) throws SQLException {
        return Arrays.stream(texts(row.getArray(column))).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static String[] texts(Array array) throws SQLException {
        return (String[]) array.getArray();
    }
}
