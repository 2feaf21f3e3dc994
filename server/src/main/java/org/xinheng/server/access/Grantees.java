package org.xinheng.server.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Accounts and API clients as an administrator keeps them (账号与接口调用方管理). Each step is written down with who took it and why,
 * in the transaction that takes it; nobody takes one about the own account. Accounts of organisations are locked, unlocked and given
 * new passwords here, but opened at the shell, which asks the register.
 */
public interface Grantees {

    /** @param kind {@code CLERK} for an account, {@code CLIENT} for a program */
    record Subject(Actor.Kind kind, String name) {}

    /**
     * @param grants names of {@link Role}s of an account, of {@link Permission}s of a client
     * @param organisation code of the organisation whose account it is
     * @param closedAt null while it is open
     * @param lockedUntil end of the lock after wrong passwords; null for none
     */
    record Grantee(
            Subject subject,
            SortedSet<String> grants,
            @Nullable String source,
            @Nullable String organisation,
            Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable Instant lockedUntil,
            boolean secondFactor) {

        public boolean open() {
            return closedAt == null;
        }
    }

    enum Step {
        OPENED,
        CHANGED,
        LOCKED,
        UNLOCKED,
        SECRET_GIVEN,
        FACTOR_RESET
    }

    /** @param by the administrator's account */
    record Change(
            Instant at,
            String by,
            Step step,
            List<String> grants,
            @Nullable String source,
            String ground) {}

    /** What became of a step. */
    sealed interface Result {
        /** @param secret password or secret, to be shown this once; null where none was given */
        record Done(@Nullable String secret) implements Result {}

        record Refused(Why why) implements Result {}
    }

    enum Why {
        /** Somebody has the name. */
        TAKEN,
        /** Not a name for an account or client. */
        NAME,
        /** There is none, or it already stands as it should. */
        NOT_SO,
        /** The own account. */
        SELF
    }

    /** By name; closed ones too. */
    List<Grantee> list(Actor.Kind kind);

    Optional<Grantee> find(Subject subject);

    /** Newest first. */
    List<Change> history(Subject subject);

    Result open(Actor by, Subject subject, Set<String> grants, @Nullable String source, String ground);

    /** New roles or permissions and another body; ends sessions and tokens. */
    Result change(Actor by, Subject subject, Set<String> grants, @Nullable String source, String ground);

    /** Closes it at once: its sessions and tokens end. */
    Result lock(Actor by, Subject subject, String ground);

    /** Opens it again, also before the time after wrong passwords is over. */
    Result unlock(Actor by, Subject subject, String ground);

    /** Another password or secret; the former one, sessions and tokens end. */
    Result renew(Actor by, Subject subject, String ground);

    /** Forgets the second factor of an account, which then sets up another. */
    Result resetFactor(Actor by, Subject subject, String ground);
}
