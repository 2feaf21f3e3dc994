package org.xinheng.server.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Style sheets, scripts and images of the pages: read once, compressed once, and addressed by the hash of their content, so
 * that a browser may keep them for ever.
 */
public final class Assets {

    private static final int HASH_LETTERS = 12;

    /** Where each asset lies on the class path; WebJars carry their version in the path. */
    private static final List<Source> SOURCES = List.of(
            new Source(
                    "bootstrap.css",
                    "/META-INF/resources/webjars/bootstrap/5.3.8/css/bootstrap.min.css",
                    "text/css;charset=utf-8"),
            new Source("xinheng.css", "/assets/xinheng.css", "text/css;charset=utf-8"),
            new Source(
                    "htmx.js",
                    "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js",
                    "text/javascript;charset=utf-8"),
            new Source(
                    "echarts.js",
                    "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js",
                    "text/javascript;charset=utf-8"),
            new Source("charts.js", "/assets/charts.js", "text/javascript;charset=utf-8"),
            new Source("mark.svg", "/assets/mark.svg", "image/svg+xml"));

    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, Asset> byFile = new HashMap<>();

    public Assets() {
        for (Source source : SOURCES) {
            byte[] content = read(source.place());
            int dot = source.name().lastIndexOf('.');
            String file = source.name().substring(0, dot) + "." + hash(content)
                    + source.name().substring(dot);
            addresses.put(source.name(), "/assets/" + file);
            byFile.put(file, new Asset(source.type(), content, compress(content)));
        }
    }

    /** @throws IllegalArgumentException when there is no such asset: a fault of a template */
    public String address(String name) {
        String address = addresses.get(name);
        if (address == null) {
            throw new IllegalArgumentException("no asset " + name);
        }
        return address;
    }

    @Nullable
    Asset find(String file) {
        return byFile.get(file);
    }

    private static byte[] read(String place) {
        try (InputStream in = Assets.class.getResourceAsStream(place)) {
            if (in == null) {
                throw new IllegalStateException("no asset at " + place);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, HASH_LETTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] compress(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new BestGzip(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private record Source(String name, String place, String type) {}

    /** One asset, plain and compressed. */
    @SuppressWarnings("ArrayRecordComponent")
    record Asset(String type, byte[] plain, byte[] compressed) {}

    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
