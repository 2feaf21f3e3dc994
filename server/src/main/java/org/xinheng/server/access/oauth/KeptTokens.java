package org.xinheng.server.access.oauth;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.xinheng.server.access.account.Tokens;

/** Keeps an authorization as the hash of its one access token: client credentials have nothing else. */
public final class KeptTokens implements OAuth2AuthorizationService {

    private final Tokens tokens;
    private final RegisteredClientRepository clients;

    public KeptTokens(Tokens tokens, RegisteredClientRepository clients) {
        this.tokens = tokens;
        this.clients = clients;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        OAuth2Authorization.Token<OAuth2AccessToken> kept = only(authorization);
        OAuth2AccessToken token = kept.getToken();
        if (kept.isInvalidated()) {
            tokens.revoke(token.getTokenValue(), authorization.getRegisteredClientId());
            return;
        }
        if (token.getIssuedAt() == null || token.getExpiresAt() == null) {
            throw new IllegalArgumentException("a token without times");
        }
        tokens.keep(
                token.getTokenValue(),
                new Tokens.Token(
                        authorization.getRegisteredClientId(),
                        Scopes.permissions(token.getScopes()),
                        token.getIssuedAt(),
                        token.getExpiresAt()));
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        tokens.revoke(only(authorization).getToken().getTokenValue(), authorization.getRegisteredClientId());
    }

    private static OAuth2Authorization.Token<OAuth2AccessToken> only(OAuth2Authorization authorization) {
        return Objects.requireNonNull(authorization.getAccessToken(), "an authorization without access token");
    }

    /** Authorizations have no id of their own here. */
    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return null;
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String value, @Nullable OAuth2TokenType type) {
        if (type != null && !OAuth2TokenType.ACCESS_TOKEN.equals(type)) {
            return null;
        }
        return tokens.find(value).map(token -> authorization(value, token)).orElse(null);
    }

    private @Nullable OAuth2Authorization authorization(String value, Tokens.Token token) {
        RegisteredClient client = clients.findById(token.clientId());
        if (client == null) {
            return null;
        }
        return OAuth2Authorization.withRegisteredClient(client)
                .principalName(token.clientId())
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .accessToken(new OAuth2AccessToken(
                        OAuth2AccessToken.TokenType.BEARER,
                        value,
                        token.issuedAt(),
                        token.expiresAt(),
                        Scopes.of(token.permissions())))
                .build();
    }
}
