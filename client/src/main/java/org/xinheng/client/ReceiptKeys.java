package org.xinheng.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.receipt.ReceiptVerifier;
import org.xinheng.core.receipt.ReceiptVerifier.Verdict;

/**
 * The public keys with which every answer has to prove itself before it counts (离线验证). What does not prove itself is no answer, whoever
 * sent it.
 */
public final class ReceiptKeys {

    private final boolean asked;
    private final boolean fetched;
    private volatile @Nullable ReceiptVerifier verifier;

    private ReceiptKeys(boolean asked, boolean fetched, @Nullable ReceiptVerifier verifier) {
        this.asked = asked;
        this.fetched = fetched;
        this.verifier = verifier;
    }

    /** Brings what a server publishes. */
    @FunctionalInterface
    interface Source {
        String read() throws IOException, InterruptedException;
    }

    /** Answers count as they come: the wire is trusted alone. */
    public static ReceiptKeys none() {
        return new ReceiptKeys(false, false, null);
    }

    /**
     * Keys that were taken from the platform by another way. An answer that another key signed is no answer: when a new key is announced,
     * it is pinned beside those before it.
     *
     * @param publicKeys X.509 in Base64, as {@code GET /api/v1/checks/keys} gives them
     * @throws IllegalArgumentException when there is none, or one is no key
     */
    public static ReceiptKeys pinned(Collection<String> publicKeys) {
        if (publicKeys.isEmpty()) {
            throw new IllegalArgumentException("no key");
        }
        return new ReceiptKeys(true, false, ReceiptVerifier.with(decoded(publicKeys)));
    }

    /** Keys as the server publishes them, fetched at the first answer and again when one names a key that is new. */
    public static ReceiptKeys fetched() {
        return new ReceiptKeys(true, true, null);
    }

    private static List<byte[]> decoded(Collection<String> publicKeys) {
        return publicKeys.stream().map(Base64.getDecoder()::decode).toList();
    }

    /** Whether an answer may count. */
    boolean prove(String answer, @Nullable String proof, Source source) throws IOException, InterruptedException {
        if (!asked) {
            return true;
        }
        if (proof == null) {
            return false;
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        ReceiptVerifier known = verifier;
        Verdict verdict = known == null ? Verdict.OTHER_KEY : known.verify(bytes, proof);
        if (verdict == Verdict.OTHER_KEY && fetched) {
            ReceiptVerifier fresh = ReceiptVerifier.with(published(source.read()));
            verifier = fresh;
            verdict = fresh.verify(bytes, proof);
        }
        return verdict == Verdict.GENUINE;
    }

    private static List<byte[]> published(String text) {
        if (!(AnswerReading.object(Json.read(text)).get("keys") instanceof List<?> listed)) {
            throw new IllegalArgumentException("keys");
        }
        List<String> keys = new ArrayList<>();
        for (Object one : listed) {
            Map<?, ?> key = AnswerReading.object(one);
            keys.add(AnswerReading.text(key, "publicKey"));
        }
        return decoded(keys);
    }
}
