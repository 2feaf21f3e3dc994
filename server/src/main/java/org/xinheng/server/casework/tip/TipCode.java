package org.xinheng.server.casework.tip;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * The code by which who told something follows it (查询码): 25 characters that only they hold. The platform keeps its SHA-256 alone.
 *
 * @param text in groups of five
 */
record TipCode(String text) {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 25;
    private static final int GROUP = 5;

    /** The same for the same form sent twice with the same words. */
    static TipCode of(String key, TypedTip tip) {
        byte[] hash = sha256(String.join("\0", key, tip.organisation(), tip.body(), tip.words()));
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(LETTERS.charAt(Math.floorMod(hash[i], LETTERS.length())));
        }
        return new TipCode(code.toString());
    }

    /** As typed, with or without its hyphens; empty for what is none. */
    static Optional<TipCode> read(String typed) {
        String letters = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return letters.matches("[" + LETTERS + "]{" + LENGTH + "}")
                ? Optional.of(new TipCode(String.join("-", letters.split("(?<=\\G.{" + GROUP + "})"))))
                : Optional.empty();
    }

    /** Under what the case is found. */
    String number() {
        return HexFormat.of().formatHex(sha256(text));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
