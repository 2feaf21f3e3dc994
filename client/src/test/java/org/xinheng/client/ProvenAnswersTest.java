package org.xinheng.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.xinheng.core.receipt.ReceiptProof;
import org.xinheng.core.receipt.ReceiptTree;
import org.xinheng.core.receipt.ReceiptVerifier;

/** Only what proves itself counts, once somebody asked for proof. */
class ProvenAnswersTest {

    private static final String ANSWER = "{\"outcome\":\"CLEAR\",\"甲\":1}";

    private final KeyPair pair = pair();
    private final AtomicInteger fetches = new AtomicInteger();

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    private static String proof(KeyPair pair, String answer) {
        try {
            ReceiptTree tree = ReceiptTree.of(List.of(answer.getBytes(StandardCharsets.UTF_8)));
            String id = ReceiptVerifier.keyId(pair.getPublic().getEncoded());
            Signature signing = Signature.getInstance("Ed25519");
            signing.initSign(pair.getPrivate());
            signing.update(ReceiptProof.statement(id, 1, tree.root()));
            return new ReceiptProof(id, 1, 0, tree.path(0), signing.sign()).text();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String published() {
        fetches.incrementAndGet();
        return "{\"keys\":[{\"algorithm\":\"Ed25519\",\"publicKey\":\"" + text(pair) + "\",\"inUse\":true}]}";
    }

    @Test
    void pinnedKeysLetThroughWhatTheySignedAndNothingElse() throws IOException, InterruptedException {
        ReceiptKeys keys = ReceiptKeys.pinned(List.of(text(pair)));
        String proof = proof(pair, ANSWER);

        assertThat(keys.prove(ANSWER, proof, this::published)).isTrue();
        assertThat(keys.prove(ANSWER.replace("CLEAR", "HIT"), proof, this::published))
                .isFalse();
        assertThat(keys.prove(ANSWER, null, this::published)).isFalse();
        assertThat(keys.prove(ANSWER, "", this::published)).isFalse();
        assertThat(keys.prove(ANSWER, proof(pair(), ANSWER), this::published))
                .as("signed by somebody else")
                .isFalse();
        assertThat(fetches).hasValue(0);
    }

    @Test
    void fetchedKeysAreFetchedOnceAndForANewOne() throws IOException, InterruptedException {
        ReceiptKeys keys = ReceiptKeys.fetched();
        String proof = proof(pair, ANSWER);

        assertThat(keys.prove(ANSWER, proof, this::published)).isTrue();
        assertThat(keys.prove(ANSWER, proof, this::published)).isTrue();
        assertThat(fetches).hasValue(1);
        assertThat(keys.prove(ANSWER, proof(pair(), ANSWER), this::published)).isFalse();
        assertThat(fetches).hasValue(2);
    }

    @Test
    void keysThatCannotBeFetchedProveNothing() {
        String proof = proof(pair, ANSWER);
        assertThatThrownBy(() -> ReceiptKeys.fetched().prove(ANSWER, proof, () -> {
                    throw new IOException("away");
                }))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ReceiptKeys.fetched().prove(ANSWER, proof, () -> "<html>"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ReceiptKeys.pinned(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withoutKeysTheWireIsTrusted() throws IOException, InterruptedException {
        assertThat(ReceiptKeys.none().prove(ANSWER, null, this::published)).isTrue();
    }
}
