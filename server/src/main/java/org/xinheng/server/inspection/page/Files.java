package org.xinheng.server.inspection.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Texts of draws as files, byte for byte as they are hashed. */
final class Files {

    private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private Files() {}

    static ResponseEntity<byte[]> attached(String name, String text) {
        return ResponseEntity.ok()
                .contentType(PLAIN)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The program with which everybody computes draws again; it stands in {@code tools/}. */
    static ResponseEntity<byte[]> script() {
        try (InputStream in = Files.class.getResourceAsStream("/verify_draw.py")) {
            if (in == null) {
                throw new IllegalStateException("verify_draw.py is not in the build");
            }
            return attached("verify_draw.py", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
