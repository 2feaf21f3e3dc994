package org.xinheng.server.service.attachment;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.xinheng.server.service.MalwareScan;

/** A ClamAV daemon, asked by its INSTREAM command: the file goes in chunks with their lengths before them. */
final class ClamAv implements MalwareScan {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final int CHUNK = 1 << 16;
    private static final int LONGEST_ANSWER = 1024;

    private final InetSocketAddress daemon;

    ClamAv(InetSocketAddress daemon) {
        this.daemon = daemon;
    }

    /** @param address as {@code host:port} */
    static ClamAv at(String address) {
        int colon = address.lastIndexOf(':');
        if (colon <= 0) {
            throw new IllegalArgumentException("xinheng.attachments.clamav is host:port, not " + address);
        }
        return new ClamAv(
                new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))));
    }

    @Override
    public String name() {
        return "ClamAV";
    }

    @Override
    public boolean clean(Path file) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(daemon, PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            try (InputStream in = Files.newInputStream(file)) {
                byte[] chunk = in.readNBytes(CHUNK);
                while (chunk.length > 0) {
                    out.writeInt(chunk.length);
                    out.write(chunk);
                    chunk = in.readNBytes(CHUNK);
                }
            }
            out.writeInt(0);
            out.flush();
            String answer =
                    new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.US_ASCII).strip();
            if (answer.contains("OK") && !answer.contains("FOUND")) {
                return true;
            }
            if (answer.contains("FOUND")) {
                return false;
            }
            throw new IOException("ClamAV did not judge the file");
        }
    }
}
