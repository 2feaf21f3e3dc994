package org.xinheng.server.service.inbox;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How kept bytes are given out: a page that may use its own style and nothing else. */
final class Originals {

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    private Originals() {}

    static ResponseEntity<byte[]> answer(byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=utf-8"))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", POLICY)
                .header("X-Robots-Tag", "noindex")
                .body(content);
    }
}
