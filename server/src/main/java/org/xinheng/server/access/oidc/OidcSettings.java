package org.xinheng.server.access.oidc;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code xinheng.oidc.*}.
 *
 * @param issuer address of the identity provider, below which its metadata lie; without one clerks sign in with a password only
 * @param clientId what the provider knows this installation as
 * @param clientSecret what it proves that with
 * @param accountClaim member of the identity token that names the account here
 */
@ConfigurationProperties("xinheng.oidc")
public record OidcSettings(
        @Nullable String issuer,
        @DefaultValue("xinheng") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("preferred_username") String accountClaim) {

    public boolean given() {
        return issuer != null && !issuer.isBlank();
    }
}
