/** The token endpoint (OAuth 2.0 client credentials) on top of Spring's authorization server. Keeps no token's content. */
@NullMarked
package org.xinheng.server.access.oauth;

import org.jspecify.annotations.NullMarked;
