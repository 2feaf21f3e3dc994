package org.xinheng.server.policy;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Policy;

/** Something worked out from the pack in force, once for each edition. */
public final class FromPolicy<T> {

    private final PolicyInForce inForce;
    private final Function<Policy, T> work;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Worked<T> worked;

    private record Worked<T>(Policy policy, T result) {}

    /** @param work depends on the policy alone */
    public FromPolicy(PolicyInForce inForce, Function<Policy, T> work) {
        this.inForce = inForce;
        this.work = work;
    }

    public T get() {
        return of(inForce.policy());
    }

    /** For an edition that was taken before; the one in force as a rule. */
    @SuppressWarnings("ReferenceEquality") // the very edition: comparing what packs say would take longer than the work
    public T of(Policy policy) {
        Worked<T> known = worked;
        if (known != null && known.policy() == policy) {
            return known.result();
        }
        lock.lock();
        try {
            known = worked;
            if (known == null || known.policy() != policy) {
                known = new Worked<>(policy, work.apply(policy));
                worked = known;
            }
            return known.result();
        } finally {
            lock.unlock();
        }
    }
}
