package org.xinheng.server.correction;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code xinheng.correction.*}: how consumers are reached, nothing that they owe.
 *
 * @param privateAddresses whether webhooks and probes may lead to this machine and into private networks: for demo and tests
 * @param look how long at most until the archive is looked at again when nobody says that something happened
 * @param patience how long an answer may take
 * @param retryFirst pause after the first failure; it doubles with each further one
 * @param retryLongest longest pause between two tries
 * @param probeAgain after so long a consumer that still serves, or did not answer, is asked again
 * @param batch most notices in one message
 */
@ConfigurationProperties("xinheng.correction")
public record CorrectionSettings(
        @DefaultValue("false") boolean privateAddresses,
        @DefaultValue("2s") Duration look,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("1s") Duration retryFirst,
        @DefaultValue("5m") Duration retryLongest,
        @DefaultValue("1h") Duration probeAgain,
        @DefaultValue("100") int batch) {}
