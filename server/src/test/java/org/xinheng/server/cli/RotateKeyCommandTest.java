package org.xinheng.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.server.seal.Algorithm;
import org.xinheng.server.seal.KeyFiles;
import org.xinheng.server.seal.SigningKey;
import picocli.CommandLine;

/** What the operator types when the turn of a key is over. */
class RotateKeyCommandTest {

    @TempDir
    private Path folder;

    @Test
    void putsTheKeyAsideAndLeavesTheRestToTheNextStart() {
        Path keys = folder.resolve("keys");
        SigningKey former = SigningKey.read(keys, "receipts", Algorithm.SM2);
        StringWriter said = new StringWriter();

        int code = new CommandLine(new RotateKeyCommand())
                .setOut(new PrintWriter(said))
                .execute("--data", folder.toString(), "--algorithm", "SM2");

        assertThat(code).isZero();
        assertThat(said.toString()).contains("receipts-sm2-a-" + former.id(), "receipts-sm2-b-" + former.id());
        KeyFiles files = new KeyFiles(keys, "receipts", Algorithm.SM2);
        assertThat(files.successorWanted()).isTrue();
        SigningKey successor = SigningKey.read(keys, "receipts", Algorithm.SM2);
        assertThat(successor.id()).isNotEqualTo(former.id());
    }
}
