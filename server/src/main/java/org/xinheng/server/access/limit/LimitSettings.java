package org.xinheng.server.access.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code xinheng.limits.*}: how much one address may ask without signing in; 0 is no limit.
 *
 * @param span within which requests are counted
 * @param pages requests for pages and open interfaces
 * @param signIns attempts to sign in
 * @param tokens requests for machine tokens
 * @param addresses how many addresses are counted apart; those beyond share one count
 */
@ConfigurationProperties("xinheng.limits")
public record LimitSettings(
        @DefaultValue("60s") Duration span,
        @DefaultValue("300") int pages,
        @DefaultValue("20") int signIns,
        @DefaultValue("60") int tokens,
        @DefaultValue("100000") int addresses) {}
