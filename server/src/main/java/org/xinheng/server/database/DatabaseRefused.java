package org.xinheng.server.database;

import java.util.List;
import java.util.Locale;

/** The database cannot be opened for a reason that the operator can act on; the words come from the bundle. */
public final class DatabaseRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    private final transient List<Object> facts;

    DatabaseRefused(Reason reason, Object... facts) {
        this(null, reason, facts);
    }

    DatabaseRefused(@org.jspecify.annotations.Nullable Throwable cause, Reason reason, Object... facts) {
        super(DatabaseWords.sentence(Locale.ENGLISH, reason, List.of(facts)), cause);
        this.reason = reason;
        this.facts = List.of(facts);
    }

    public Reason reason() {
        return reason;
    }

    /** One sentence: what is wrong and what to do. Chinese for every locale but English. */
    public String sentence(Locale locale) {
        return DatabaseWords.sentence(locale, reason, facts);
    }

    /** Why, and with which facts (in this order) the sentence is made. */
    public enum Reason {
        /** Folder, process id of the owner. */
        FOLDER_IN_USE("database.folder-in-use"),
        /** Folder, what the system said. */
        NO_PERMISSION("database.no-permission"),
        /** Folder. */
        DISK_FULL("database.disk-full"),
        /** Folder, its major version, ours. */
        OTHER_MAJOR_VERSION("database.other-major-version"),
        /** Operating system, architecture. */
        NO_BINARIES("database.no-binaries"),
        /** Log file, last fatal line. */
        START_FAILED("database.start-failed"),
        /** Folder, user. */
        FOLDER_OUT_OF_REACH("database.folder-out-of-reach"),
        /** Nothing. */
        ROOT_CANNOT_STEP_DOWN("database.root-cannot-step-down"),
        /** Folder of the password files. */
        PASSWORD_LOST("database.password-lost"),
        /** Address, what the driver said. */
        UNREACHABLE("database.unreachable"),
        /** Address, user. */
        WRONG_PASSWORD("database.wrong-password"),
        /** Address, its version, least version. */
        TOO_OLD("database.too-old"),
        /** Address, its encoding. */
        NOT_UTF8("database.not-utf8"),
        /** Address, name of the collation. */
        NO_DICTIONARY("database.no-dictionary"),
        /** Address, user. */
        ROLES_MISSING("database.roles-missing"),
        /** Address, the settings that do it, user. */
        LOGS_CONTENT("database.logs-content"),
        /** What Flyway said. */
        MIGRATIONS_DIFFER("database.migrations-differ");

        private final String key;

        Reason(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }
}
