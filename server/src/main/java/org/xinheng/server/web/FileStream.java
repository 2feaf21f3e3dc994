package org.xinheng.server.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.HttpHeaders;

/**
 * A file that is written while it is sent, whatever its length. A fault half way breaks the connection off, so that nobody takes a part for
 * the whole.
 *
 * @param name of the file with its ending: Latin letters
 * @param indexed whether search engines may keep it
 */
public record FileStream(String name, String mediaType, boolean indexed, Body body) implements Answer {

    /** Writes the file; does not close the stream. */
    @FunctionalInterface
    public interface Body {
        void write(OutputStream out) throws IOException;
    }

    void send(HttpServletResponse response) throws IOException {
        response.setContentType(mediaType);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (!indexed) {
            response.setHeader("X-Robots-Tag", "noindex");
        }
        body.write(response.getOutputStream());
    }
}
