package org.xinheng.server.access.oauth;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.xinheng.server.access.account.Clients;

/** Our clients as the authorization server sees them; id and client id are the same. */
public final class RegisteredClients implements RegisteredClientRepository {

    private final Clients clients;
    private final TokenSettings tokens;

    public RegisteredClients(Clients clients, Duration tokenHolds) {
        this.clients = clients;
        this.tokens = TokenSettings.builder()
                .accessTokenFormat(OAuth2TokenFormat.REFERENCE)
                .accessTokenTimeToLive(tokenHolds)
                .build();
    }

    /** Called by the authorization server when a secret was hashed at a cost that is no longer ours. */
    @Override
    public void save(RegisteredClient client) {
        String hash = client.getClientSecret();
        if (hash != null) {
            clients.rehash(client.getClientId(), hash);
        }
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return clients.find(clientId).map(this::registered).orElse(null);
    }

    private RegisteredClient registered(Clients.Client client) {
        String id = client.actor().name();
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret(client.secretHash())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(Scopes.of(client.actor().permissions())))
                .tokenSettings(tokens)
                .build();
    }
}
