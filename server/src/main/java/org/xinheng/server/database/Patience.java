package org.xinheng.server.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * How long some work waits for a word from the database before it takes the connection for dead. Without one a wire that nobody cut holds
 * a thread for hours; loads and reports have none, for they wait long with good reason.
 */
public final class Patience {

    private static final ScopedValue<Duration> SILENCE = ScopedValue.newInstance();

    private Patience() {}

    /**
     * Does some work whose connections are closed when nothing comes over them for so long; then it ends as with a database that is away.
     * It holds for this thread, and for connections that are taken meanwhile.
     *
     * @param silence longest, in whole milliseconds, at least one
     */
    public static <T> T within(Duration silence, Supplier<T> work) {
        return ScopedValue.where(SILENCE, silence).call(work::get);
    }

    /** Hands out connections with the patience of the work that takes them; a pool gives them its own again afterwards. */
    static final class Connections extends DelegatingDataSource {

        Connections(DataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            if (SILENCE.isBound()) {
                connection.setNetworkTimeout(
                        Runnable::run, Math.toIntExact(SILENCE.get().toMillis()));
            }
            return connection;
        }
    }
}
