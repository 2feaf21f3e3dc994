package org.xinheng.server.access.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code xinheng.access.*}.
 *
 * @param failures wrong passwords in a row after which an account is locked
 * @param lock how long it then stays locked
 * @param idle a session ends after so long without a request
 * @param session a session ends so long after sign-in, whatever happens in it
 * @param token how long a machine token holds
 * @param firstAdministrator whether an empty installation gets an administrator with a generated password
 * @param secondFactor whether officers must have a second factor: without one they reach nothing but the page that sets it up
 * @param answersKept how long the answer to a request with an idempotency key is given again
 * @param passwordRounds cost of bcrypt, as a power of two
 */
@ConfigurationProperties("xinheng.access")
public record AccessSettings(
        @DefaultValue("5") int failures,
        @DefaultValue("15m") Duration lock,
        @DefaultValue("30m") Duration idle,
        @DefaultValue("10h") Duration session,
        @DefaultValue("1h") Duration token,
        @DefaultValue("true") boolean firstAdministrator,
        @DefaultValue("true") boolean secondFactor,
        @DefaultValue("24h") Duration answersKept,
        @DefaultValue("11") int passwordRounds) {}
