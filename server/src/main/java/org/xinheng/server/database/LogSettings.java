package org.xinheng.server.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinheng.server.database.DatabaseRefused.Reason;

/**
 * Keeps row content out of the log of a PostgreSQL run by others. Its settings are turned down for our sessions where the login
 * may do that; where statements would be logged with their parameters all the same, we do not work with it.
 */
final class LogSettings {

    private static final Logger LOG = LoggerFactory.getLogger(LogSettings.class);

    private static final String TERSE = "log_error_verbosity";

    /** What our sessions want: as our own PostgreSQL has it. */
    private static final Map<String, String> QUIET = quiet();

    private LogSettings() {}

    private static Map<String, String> quiet() {
        Map<String, String> quiet = new LinkedHashMap<>();
        quiet.put("log_parameter_max_length_on_error", "0");
        quiet.put("log_parameter_max_length", "0");
        quiet.put("log_statement", "none");
        quiet.put("log_min_duration_statement", "-1");
        quiet.put("log_min_duration_sample", "-1");
        quiet.put("log_transaction_sample_rate", "0");
        quiet.put("auto_explain.log_min_duration", "-1");
        quiet.put("log_min_error_statement", "panic");
        quiet.put(TERSE, "terse");
        return quiet;
    }

    /**
     * Turns the log down on this connection.
     *
     * @return statements that do the same on every further connection of the login
     * @throws DatabaseRefused when parameters would be logged and the login may not turn that off
     */
    static List<String> turnDown(Connection connection, DatabaseAddress address) throws SQLException {
        Map<String, String> found = settings(connection);
        List<String> done = new ArrayList<>();
        for (Map.Entry<String, String> setting : QUIET.entrySet()) {
            String now = found.get(setting.getKey());
            if (now != null && !now.equals(setting.getValue()) && isSet(connection, setting)) {
                done.add(statement(setting));
            }
        }
        Map<String, String> left = settings(connection);
        List<String> loud = loud(left);
        if (!loud.isEmpty()) {
            throw new DatabaseRefused(
                    Reason.LOGS_CONTENT,
                    address.jdbcUrl(),
                    String.join(", ", loud),
                    address.app().user());
        }
        if (!"terse".equals(left.get(TERSE))) {
            LOG.warn(
                    "the log of the database may quote keys and failing rows, and {} may not change that:"
                            + " let an administrator run ALTER ROLE {} SET log_error_verbosity = terse",
                    address.app().user(),
                    address.app().user());
        }
        return List.copyOf(done);
    }

    /** The settings by which statements are logged together with their parameters; none where parameters are cut off. */
    private static List<String> loud(Map<String, String> settings) {
        List<String> loud = new ArrayList<>();
        if ("0".equals(settings.get("log_parameter_max_length"))) {
            return loud;
        }
        String statements = settings.getOrDefault("log_statement", "none");
        if (statements.equals("mod") || statements.equals("all")) {
            loud.add("log_statement = " + statements);
        }
        for (String duration :
                List.of("log_min_duration_statement", "log_min_duration_sample", "auto_explain.log_min_duration")) {
            String value = settings.getOrDefault(duration, "-1");
            if (!value.startsWith("-")) {
                loud.add(duration + " = " + value);
            }
        }
        String rate = settings.getOrDefault("log_transaction_sample_rate", "0");
        if (Double.parseDouble(rate) > 0) {
            loud.add("log_transaction_sample_rate = " + rate);
        }
        return loud;
    }

    private static Map<String, String> settings(Connection connection) throws SQLException {
        Map<String, String> settings = new LinkedHashMap<>();
        try (var statement =
                connection.prepareStatement("SELECT name, setting FROM pg_settings WHERE name = ANY (?)")) {
            statement.setArray(
                    1, connection.createArrayOf("text", QUIET.keySet().toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    settings.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return settings;
    }

    /** Only superusers may, and those to whom one gave the right. */
    private static boolean isSet(Connection connection, Map.Entry<String, String> setting) throws SQLException {
        try {
            Roles.run(connection, statement(setting));
            return true;
        } catch (SQLException e) {
            if (Roles.INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private static String statement(Map.Entry<String, String> setting) {
        return "SET " + setting.getKey() + " = '" + setting.getValue() + "'";
    }
}
