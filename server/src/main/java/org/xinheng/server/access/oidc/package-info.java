/** Sign-in by an identity provider of the place (OpenID Connect): it says who somebody is, the account here says what they may. */
@NullMarked
package org.xinheng.server.access.oidc;

import org.jspecify.annotations.NullMarked;
