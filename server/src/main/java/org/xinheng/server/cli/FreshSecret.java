package org.xinheng.server.cli;

import java.security.SecureRandom;
import java.util.HexFormat;

/** A password or client secret that nobody chose: 192 random bits. */
final class FreshSecret {

    private static final int BYTES = 24;

    private FreshSecret() {}

    static String text() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
