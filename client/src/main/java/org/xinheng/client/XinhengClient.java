package org.xinheng.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.client.CheckResult.Unavailable;
import org.xinheng.client.CheckResult.Why;

/** Asks credit checks over HTTP; safe for use by many threads. A question is asked again when the server did not answer it. */
public final class XinhengClient implements AutoCloseable {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    /** The same question is being answered: an attempt before went on at the server. */
    private static final int CONFLICT = 409;

    private static final int SERVER_FAULT = 500;
    private static final String PROOF = "Receipt-Proof";

    private final URI server;
    private final String credentials;
    private final Settings settings;
    private final HttpClient http;
    private final CircuitBreaker breaker;
    private final ReceiptKeys keys;
    private volatile @Nullable String token;

    /**
     * @param timeout of one attempt, connection included
     * @param attempts most attempts of one question
     * @param between before the second attempt; doubled for each further one
     * @param failuresToOpen attempts that fail in a row before none is made for a while
     * @param pause how long none is made then
     * @param language of sentences: {@code zh} or {@code en}
     * @param exercises whether it asks about made-up organisations and takes no other answer
     */
    public record Settings(
            Duration timeout,
            int attempts,
            Duration between,
            int failuresToOpen,
            Duration pause,
            String language,
            boolean exercises) {

        public static final Settings USUAL =
                new Settings(Duration.ofSeconds(3), 3, Duration.ofMillis(200), 10, Duration.ofSeconds(15), "zh");

        public Settings {
            if (attempts < 1 || failuresToOpen < 1) {
                throw new IllegalArgumentException("at least one attempt");
            }
        }

        /** In earnest: exercises are no answer. */
        public Settings(
                Duration timeout, int attempts, Duration between, int failuresToOpen, Duration pause, String language) {
            this(timeout, attempts, between, failuresToOpen, pause, language, false);
        }

        /** The same for a client that exercises: it takes nothing else for an answer. */
        public Settings forExercises() {
            return new Settings(timeout, attempts, between, failuresToOpen, pause, language, true);
        }
    }

    /**
     * @param server address such as {@code https://credit.example}
     * @param id and secret of the API client
     * @param keys with which answers have to prove themselves
     */
    public XinhengClient(URI server, String id, String secret, Settings settings, ReceiptKeys keys) {
        this.server = server;
        this.keys = keys;
        this.settings = settings;
        credentials =
                "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        http = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
        breaker = new CircuitBreaker(settings.failuresToOpen(), settings.pause(), System::nanoTime);
    }

    /** Without keys: the wire is trusted. */
    public XinhengClient(URI server, String id, String secret, Settings settings) {
        this(server, id, secret, settings, ReceiptKeys.none());
    }

    public XinhengClient(URI server, String id, String secret) {
        this(server, id, secret, Settings.USUAL);
    }

    /** Never throws for what the world does: that is a {@link Unavailable}. */
    public CheckResult check(CheckQuestion question) {
        CheckResult result = new Unavailable(Why.UNREACHABLE, "not tried");
        long wait = settings.between().toMillis();
        String key = UUID.randomUUID().toString();
        for (int attempt = 1; attempt <= settings.attempts(); attempt++) {
            if (!breaker.admits()) {
                return new Unavailable(Why.CIRCUIT_OPEN, "the server did not answer for a while");
            }
            result = attempt(question, key);
            boolean failed = result instanceof Unavailable(var why, var _) && mayPass(why);
            breaker.ended(!failed);
            if (!failed || result instanceof Unavailable(var stopped, var _) && stopped == Why.INTERRUPTED) {
                return result;
            }
            if (attempt < settings.attempts() && !slept(wait)) {
                return new Unavailable(Why.INTERRUPTED, "interrupted");
            }
            wait *= 2;
        }
        return result;
    }

    /** An exercise never comes out where an answer is waited for, nor an answer where one exercises. */
    private CheckResult meant(CheckResult result) {
        Answer answer = switch (result) {
            case CheckResult.Clear clear -> clear.answer();
            case CheckResult.Hit hit -> hit.answer();
            case CheckResult.Unknown unknown -> unknown.answer();
            case CheckResult.Stale stale -> stale.answer();
            case CheckResult.Refused _, Unavailable _ -> null;
        };
        boolean other = answer != null && answer.exercise() != settings.exercises();
        return other ? new Unavailable(Why.EXERCISE, "exercises and answers do not mix") : result;
    }

    /** A server that refuses us or answers something else is there, and will do the same again. */
    private static boolean mayPass(Why why) {
        return why != Why.CREDENTIALS && why != Why.MALFORMED && why != Why.UNPROVEN && why != Why.EXERCISE;
    }

    private static boolean slept(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private CheckResult attempt(CheckQuestion question, String key) {
        try {
            String known = token;
            HttpResponse<String> answer = ask(question, key, known == null ? freshToken() : known);
            if (answer.statusCode() == UNAUTHORIZED && known != null) {
                answer = ask(question, key, freshToken());
            }
            return result(answer, question);
        } catch (NoToken e) {
            return new Unavailable(e.why, "no token");
        } catch (HttpTimeoutException e) {
            return new Unavailable(Why.TIMEOUT, "no answer in time");
        } catch (IOException e) {
            return new Unavailable(Why.UNREACHABLE, e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unavailable(Why.INTERRUPTED, "interrupted");
        } catch (RuntimeException e) {
            // Whatever it was, it is no answer.
            return new Unavailable(Why.MALFORMED, e.getClass().getSimpleName());
        }
    }

    private CheckResult result(HttpResponse<String> answer, CheckQuestion question)
            throws IOException, InterruptedException {
        int status = answer.statusCode();
        if (status == 200) {
            String proof = answer.headers().firstValue(PROOF).orElse(null);
            CheckResult read = meant(AnswerReading.read(answer.body(), proof, question));
            boolean counts = read instanceof Unavailable || keys.prove(answer.body(), proof, this::publishedKeys);
            return counts ? read : new Unavailable(Why.UNPROVEN, "the receipt does not prove the answer");
        }
        if (status == UNAUTHORIZED || status == FORBIDDEN) {
            return new Unavailable(Why.CREDENTIALS, "HTTP " + status);
        }
        boolean mend = status >= 400 && status < SERVER_FAULT && status != TOO_MANY && status != CONFLICT;
        return mend ? AnswerReading.refusal(status, answer.body()) : new Unavailable(Why.SERVER, "HTTP " + status);
    }

    private HttpResponse<String> ask(CheckQuestion question, String key, String bearer)
            throws IOException, InterruptedException {
        return http.send(
                to("/api/v1/checks")
                        .header("Authorization", "Bearer " + bearer)
                        .header("Content-Type", "application/json")
                        // Asked again, it is the same question: one receipt, however often the connection broke off.
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(Json.write(question.json()), StandardCharsets.UTF_8))
                        .build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private String publishedKeys() throws IOException, InterruptedException {
        String path = settings.exercises() ? "/api/v1/checks/sandbox/key" : "/api/v1/checks/keys";
        HttpResponse<String> answer = http.send(to(path).GET().build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() != 200) {
            throw new IOException("no keys");
        }
        // Exercises have one key, and it is told alone.
        return settings.exercises() ? "{\"keys\":[" + answer.body() + "]}" : answer.body();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(settings.timeout())
                .header("Accept-Language", settings.language());
    }

    private String freshToken() throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                to("/oauth2/token")
                        .header("Authorization", credentials)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() != 200) {
            token = null;
            boolean later = answer.statusCode() >= SERVER_FAULT || answer.statusCode() == TOO_MANY;
            throw new NoToken(later ? Why.SERVER : Why.CREDENTIALS);
        }
        Map<?, ?> json = AnswerReading.object(Json.read(answer.body()));
        String fresh = AnswerReading.text(json, "access_token");
        token = fresh;
        return fresh;
    }

    private static final class NoToken extends IOException {
        private static final long serialVersionUID = 1L;
        private final Why why;

        NoToken(Why why) {
            this.why = why;
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
