package org.xinheng.server.database;

/** The order and the case of characters as the Chinese dictionary has them, not as the database was founded. */
public final class Dictionary {

    /** Name of the collation (ICU); {@code ExternalPostgres} refuses a server that was built without it. */
    static final String NAME = "zh-x-icu";

    /** After an expression in SQL. */
    public static final String COLLATE = " COLLATE \"" + NAME + "\"";

    private Dictionary() {}
}
