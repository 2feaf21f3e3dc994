package org.xinheng.server.access.oidc;

import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.oidc.OidcScopes;

/**
 * The identity provider of the place. Its metadata are asked for when somebody first signs in by it, so that this server
 * starts without it; a provider that is away is asked again the next time.
 */
public final class Provider implements ClientRegistrationRepository {

    public static final String ID = "provider";
    public static final String BEGIN = "/oauth2/authorization/" + ID;

    private final OidcSettings settings;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable ClientRegistration known;

    public Provider(OidcSettings settings) {
        this.settings = settings;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!id.equals(ID)) {
            return null;
        }
        ClientRegistration found = known;
        if (found != null) {
            return found;
        }
        asking.lock();
        try {
            found = known;
            return found != null ? found : ask();
        } finally {
            asking.unlock();
        }
    }

    private ClientRegistration ask() {
        ClientRegistration found = ClientRegistrations.fromIssuerLocation(Objects.requireNonNull(settings.issuer()))
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope(OidcScopes.OPENID, OidcScopes.PROFILE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .userNameAttributeName(settings.accountClaim())
                .build();
        known = found;
        return found;
    }
}
