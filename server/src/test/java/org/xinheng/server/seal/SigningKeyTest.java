package org.xinheng.server.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one library signs the other one verifies, with the key that is published. */
class SigningKeyTest {

    @TempDir
    private Path folder;

    @Test
    void theJdkVerifiesWhatIsSigned() throws GeneralSecurityException {
        var key = SigningKey.read(folder, "receipts");
        var statement = "xinheng-receipts/1\n回执".getBytes(StandardCharsets.UTF_8);

        var signature = key.sign(statement);

        assertThat(signature).hasSize(64);
        assertThat(verified(key, statement, signature)).isTrue();
        statement[0] ^= 1;
        assertThat(verified(key, statement, signature)).isFalse();
    }

    @Test
    void theSameFilesGiveTheSameSignatures() {
        var statement = new byte[100];

        var signature = SigningKey.read(folder, "receipts").sign(statement);

        assertThat(SigningKey.read(folder, "receipts").sign(statement)).isEqualTo(signature);
        assertThat(SigningKey.read(folder, "others").sign(statement)).isNotEqualTo(signature);
    }

    private static boolean verified(SigningKey key, byte[] statement, byte[] signature)
            throws GeneralSecurityException {
        var published = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key.publicKey())));
        var verifying = Signature.getInstance("Ed25519");
        verifying.initVerify(published);
        verifying.update(statement);
        return verifying.verify(signature);
    }
}
