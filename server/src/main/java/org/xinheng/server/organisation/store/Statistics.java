package org.xinheng.server.organisation.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets the planner know how large the register has become. Plans that were kept from an empty register would else read
 * whole tables until PostgreSQL notices by itself, a minute later.
 */
@Component
final class Statistics {

    private static final Logger LOG = LoggerFactory.getLogger(Statistics.class);

    private final JdbcClient sql;
    private final TransactionTemplate own;

    Statistics(JdbcClient sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Never fails what went before it: without new statistics everything still holds, only slower for a while. */
    void renew() {
        try {
            own.executeWithoutResult(_ -> {
                var _ = sql.sql("SELECT organisation.renew_statistics()::text")
                        .query(String.class)
                        .optional();
            });
        } catch (DataAccessException e) {
            LOG.warn(
                    "The statistics of the register were not renewed: {}",
                    e.getClass().getSimpleName());
        }
    }
}
