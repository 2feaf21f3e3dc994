package org.xinheng.server.measure.subscription;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code xinheng.checks.subscriptions.*}: what one installation can carry.
 *
 * @param codes most codes of one list
 * @param perClient most open lists of one client
 * @param days longest life of a list, in days from its registration; the office that needs it longer says so anew
 * @param look how long at most between two looks at what changed
 */
@ConfigurationProperties("xinheng.checks.subscriptions")
public record SubscriptionSettings(
        @DefaultValue("5000") int codes,
        @DefaultValue("20") int perClient,
        @DefaultValue("366") int days,
        @DefaultValue("2s") Duration look) {}
