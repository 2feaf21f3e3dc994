package org.xinheng.server.access.account;

import java.security.SecureRandom;
import java.util.Base64;

/** Passwords, client secrets and tokens that nobody chose: 192 random bits. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    private Secrets() {}

    public static String generate() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
