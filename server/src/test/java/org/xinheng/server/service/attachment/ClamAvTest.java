package org.xinheng.server.service.attachment;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes over the wire to a ClamAV daemon, and how its answers are understood. */
class ClamAvTest {

    @TempDir
    private Path folder;

    private record Talk(boolean clean, byte[] received) {}

    private Talk talk(byte[] content, String answer) throws Exception {
        var file = Files.write(folder.resolve("content"), content);
        try (var daemon = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var received = CompletableFuture.supplyAsync(() -> serve(daemon, answer));
            boolean clean = ClamAv.at("127.0.0.1:" + daemon.getLocalPort()).clean(file);
            return new Talk(clean, received.get());
        }
    }

    private static byte[] serve(ServerSocket daemon, String answer) {
        try (var socket = daemon.accept()) {
            var in = new DataInputStream(socket.getInputStream());
            assertThat(new String(in.readNBytes(10), US_ASCII)).isEqualTo("zINSTREAM\0");
            var content = new ByteArrayOutputStream();
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
                content.write(in.readNBytes(length));
            }
            socket.getOutputStream().write(answer.getBytes(US_ASCII));
            return content.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void sendsTheWholeFileInChunksAndUnderstandsTheAnswer() throws Exception {
        var content = new byte[200_000];
        content[199_999] = 7;
        var clean = talk(content, "stream: OK\0");
        assertThat(clean.clean()).isTrue();
        assertThat(clean.received()).isEqualTo(content);
        assertThat(talk(content, "stream: Eicar-Test-Signature FOUND\0").clean())
                .isFalse();
    }

    @Test
    void answerThatIsNoJudgementIsAFault() {
        assertThatThrownBy(() -> talk(new byte[] {1}, "INSTREAM size limit exceeded. ERROR\0"))
                .isInstanceOf(IOException.class);
    }
}
