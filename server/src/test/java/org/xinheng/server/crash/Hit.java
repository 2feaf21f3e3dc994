package org.xinheng.server.crash;

import java.time.Instant;

/**
 * A SIGKILL that hit, with its proof.
 *
 * @param pid of the process, which was alive before and was gone after
 * @param delivery number of the delivery that was under way
 * @param state what the client knew of it at that moment
 * @param goneAt when the process was gone
 * @param closedAt when the delivery came into force: later
 */
record Hit(Kill kill, long pid, int delivery, String state, Instant goneAt, Instant closedAt) {

    @Override
    public String toString() {
        return "%-10s %-10s process %6d  delivery %3d %-22s gone %s, in force %s"
                .formatted(kill.target(), kill.moment(), pid, delivery, state, goneAt, closedAt);
    }
}
