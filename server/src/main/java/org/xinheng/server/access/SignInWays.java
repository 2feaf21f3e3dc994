package org.xinheng.server.access;

import org.jspecify.annotations.Nullable;

/**
 * How somebody may sign in beside name and password.
 *
 * @param provider address at which sign-in by the identity provider of the place begins; null without one
 */
public record SignInWays(@Nullable String provider) {}
