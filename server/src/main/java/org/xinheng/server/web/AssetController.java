package org.xinheng.server.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.xinheng.server.access.OpenToAll;

/** Serves the assets, compressed where the browser understands it. */
@Controller
@OpenToAll
class AssetController {

    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final Assets assets;

    AssetController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/assets/{file}")
    ResponseEntity<byte[]> asset(
            @PathVariable String file,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings) {
        Assets.Asset asset = assets.find(file);
        if (asset == null) {
            return ResponseEntity.notFound().build();
        }
        boolean compressed = encodings != null && encodings.contains("gzip");
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FOR_EVER).cachePublic().immutable())
                .header(HttpHeaders.CONTENT_TYPE, asset.type())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (compressed) {
            answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return answer.body(compressed ? asset.compressed() : asset.plain());
    }
}
