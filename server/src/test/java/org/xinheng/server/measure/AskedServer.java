package org.xinheng.server.measure;

import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xinheng.server.access.AccountsSetup;
import org.xinheng.server.policy.PolicyInForce;

/** A server and the office that delivers to it and asks it; a test class says which server. */
public abstract class AskedServer {

    @LocalServerPort
    protected int port;

    @Autowired
    protected AccountsSetup setup;

    @Autowired
    protected PolicyInForce inForce;

    protected CheckingOffice office;

    /** Three days ago, as a row writes a day. */
    protected String recently;

    /** Every source has reported, so that no answer is held up by one that did not. */
    @BeforeEach
    void everybodyIsHeard(@Autowired Clock clock) throws Exception {
        office = new CheckingOffice(port, setup, inForce.policy());
        office.everybodyIsHeard();
        recently = LocalDate.now(clock).minusDays(3).toString();
    }
}
