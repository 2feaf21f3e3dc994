package org.xinheng.server.organisation.store;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.xinheng.core.code.CodeReader;
import org.xinheng.server.organisation.RegisterImport;
import org.xinheng.server.organisation.store.RegisterSession.Tools;
import org.xinheng.server.policy.PolicyInForce;

/** Opens imports of the register in the caller's transaction. */
@Component
final class SqlRegisterImport implements RegisterImport {

    private final PolicyInForce policy;
    private final Positions positions;
    private final Statistics statistics;
    private final Tools tools;

    SqlRegisterImport(PolicyInForce policy, Positions positions, Statistics statistics, Tools tools) {
        this.policy = policy;
        this.positions = positions;
        this.statistics = statistics;
        this.tools = tools;
    }

    @Override
    public Session open(long deliveryId, String source) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an import of the register needs its caller's transaction");
        }
        long position = positions.take(deliveryId, source);
        var session = new RegisterSession(tools, CodeReader.of(policy.policy().codes()), position);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_COMMITTED && session.hasChanged()) {
                    statistics.renew();
                }
            }
        });
        return session;
    }
}
