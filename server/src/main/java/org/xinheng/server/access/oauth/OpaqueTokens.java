package org.xinheng.server.access.oauth;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.xinheng.server.access.account.Secrets;

/** Makes access tokens that say nothing: random, and recognisable by scanners for leaked secrets. */
public final class OpaqueTokens implements OAuth2TokenGenerator<OAuth2AccessToken> {

    private static final String MARK = "xhat_";

    private final Clock clock;

    public OpaqueTokens(Clock clock) {
        this.clock = clock;
    }

    @Override
    public @Nullable OAuth2AccessToken generate(OAuth2TokenContext context) {
        if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            return null;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER,
                MARK + Secrets.generate(),
                now,
                now.plus(context.getRegisteredClient().getTokenSettings().getAccessTokenTimeToLive()),
                context.getAuthorizedScopes());
    }
}
