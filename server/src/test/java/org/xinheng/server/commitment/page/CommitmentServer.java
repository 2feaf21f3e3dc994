package org.xinheng.server.commitment.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.core.commitment.Outcome;
import org.xinheng.core.commitment.Outcome.Accepted;
import org.xinheng.core.commitment.Promise;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.intake.RecordsServer;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.testkit.code.CodeMint;

/** The desk of commitments on a real database, with the people of a body and an organisation that gives its word. */
abstract class CommitmentServer extends RecordsServer {

    static final Actor OFFICER = body("officer", Permission.ACCEPT_COMMITMENT);
    static final Actor HEAD = body("head", Permission.DECIDE_COMMITMENT);

    @Autowired
    CommitmentDesk desk;

    Organisation party;

    @BeforeEach
    void aParty() {
        party = organisation("91", 1);
    }

    private static Actor body(String name, Permission permission) {
        return new Actor(name, Actor.Kind.CLIENT, "market", Set.of(permission));
    }

    /** @param prefix of its code, which says of what kind it is */
    Organisation organisation(String prefix, int number) {
        String code = CodeMint.uscc(prefix, "990101", 43_000_000L + base + number);
        organisations.openStubs(Map.of(code, "澜衡示例餐饮第" + (base + number) + "店"), 1);
        return organisations.findByCode(code).orElseThrow();
    }

    static Actor account(Organisation party) {
        return new Actor("giver", Actor.Kind.CLERK, null, party.code(), Set.of(Permission.OWN_FILE));
    }

    static Promise accepted(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Accepted.class);
        return ((Accepted) outcome).promise();
    }
}
