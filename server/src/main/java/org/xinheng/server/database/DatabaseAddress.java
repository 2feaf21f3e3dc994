package org.xinheng.server.database;

/**
 * Where a database is, and the logins of its two roles.
 *
 * @param jdbcUrl without user and password
 * @param owner owns schemas and tables, runs the migrations
 * @param app reads and writes as far as the migrations grant it, no DDL
 */
public record DatabaseAddress(String jdbcUrl, Login owner, Login app) {

    /** A user and a password that never shows in a log. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }
}
