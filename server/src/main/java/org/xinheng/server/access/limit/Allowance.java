package org.xinheng.server.access.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * Counts requests of each address within spans of time that begin for all at once (访问频次限制). What it holds is bounded: an
 * IPv6 network of 64 bits is one address, and when too many come, the rest share a count.
 */
public final class Allowance {

    private static final int NETWORK_BYTES = 8;
    private static final String REST = "rest";

    private final String name;
    private final int quota;
    private final long spanNanos;
    private final int addresses;
    private final LongSupplier nanos;
    private final AtomicReference<Span> span;

    /**
     * @param name of the policy, as the answer quotes it
     * @param quota requests in a span; 0 for no limit
     * @param nanos time that runs evenly, such as {@link System#nanoTime}
     */
    public Allowance(String name, int quota, Duration span, int addresses, LongSupplier nanos) {
        this.name = name;
        this.quota = quota;
        this.spanNanos = span.toNanos();
        this.addresses = addresses;
        this.nanos = nanos;
        this.span = new AtomicReference<>(new Span(nanos.getAsLong(), new ConcurrentHashMap<>()));
    }

    private record Span(long began, ConcurrentMap<String, AtomicInteger> counts) {}

    /**
     * What is left after a request.
     *
     * @param remaining requests in this span
     * @param seconds until the next span, at least 1
     */
    public record Left(boolean granted, int remaining, long seconds) {}

    public boolean limited() {
        return quota > 0;
    }

    /** Counts one request. */
    public Left take(String address) {
        long now = nanos.getAsLong();
        Span current = span.updateAndGet(
                held -> now - held.began() >= spanNanos ? new Span(now, new ConcurrentHashMap<>()) : held);
        String key = network(address);
        if (!current.counts().containsKey(key) && current.counts().size() >= addresses) {
            key = REST;
        }
        int used =
                current.counts().computeIfAbsent(key, _ -> new AtomicInteger()).incrementAndGet();
        long left = spanNanos - (now - current.began());
        return new Left(
                used <= quota,
                Math.max(0, quota - used),
                Math.max(1, Duration.ofNanos(left).toSeconds()));
    }

    /** Value of {@code RateLimit-Policy} (draft-ietf-httpapi-ratelimit-headers). */
    public String policy() {
        return '"' + name + "\";q=" + quota + ";w="
                + Duration.ofNanos(spanNanos).toSeconds();
    }

    /** Value of {@code RateLimit}. */
    public String state(Left left) {
        return '"' + name + "\";r=" + left.remaining() + ";t=" + left.seconds();
    }

    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(NETWORK_BYTES, bytes.length)));
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
