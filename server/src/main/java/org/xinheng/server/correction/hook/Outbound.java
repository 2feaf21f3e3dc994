package org.xinheng.server.correction.hook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls to consumers: never redirected, never read beyond the status, never longer than the patience. */
public final class Outbound implements AutoCloseable {

    private static final long MOST_READ = 1 << 16;

    private final OutboundAddress addresses;
    private final Duration patience;
    private final HttpClient http;

    public Outbound(OutboundAddress addresses, Duration patience) {
        this.addresses = addresses;
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(patience)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /** @return status of the answer */
    int post(String address, byte[] body, Map<String, String> headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(permitted(address))
                .timeout(patience)
                .header("Content-Type", "application/json;charset=utf-8")
                .POST(BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return status(request);
    }

    /** @return status of the answer */
    int get(String address) throws IOException, InterruptedException {
        return status(
                HttpRequest.newBuilder(permitted(address)).timeout(patience).GET());
    }

    private URI permitted(String address) throws IOException {
        var fault = addresses.fault(address);
        if (fault.isPresent()) {
            throw new IOException("not an address to call: " + fault.get().key());
        }
        return URI.create(address);
    }

    /** The status counts as soon as it is there: what follows is thrown away, and cut off where it is long or slow. */
    private int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        AtomicInteger status = new AtomicInteger();
        CompletableFuture<?> answer = http.sendAsync(request.build(), head -> {
            status.set(head.statusCode());
            return BodySubscribers.limiting(BodySubscribers.discarding(), MOST_READ);
        });
        try {
            answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException noWholeAnswer) {
            answer.cancel(true);
            if (status.get() == 0) {
                throw new IOException("no answer", noWholeAnswer);
            }
        }
        return status.get();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
