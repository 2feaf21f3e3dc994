package org.xinheng.server.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that no case should take, handed in over HTTP by the organisation whose case it is. */
class HostileAttachmentsTest extends CaseworkServer {

    private static final String PASSWORD = "test-password";
    private static final String BOUNDARY = "----as-a-browser-sends-it";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern FORM = Pattern.compile("enctype=\"multipart/form-data\" action=\"([^\"]+)\"");
    private static final long GIGABYTE = 1L << 30;
    /** What may be under way in buffers of both ends when the answer is given, beyond the limit of a file. */
    private static final long SLACK = 16L << 20;

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private String page = "";
    private String action = "";

    @BeforeEach
    void theOrganisationOpensItsCase() throws Exception {
        String account = "hostile-" + base;
        setup.organisationAccount(account, PASSWORD, PenaltyFile.code(base));
        Matcher csrf = CSRF.matcher(read("/login"));
        assertThat(csrf.find()).isTrue();
        browser.send(
                to("/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "username=" + account + "&password=" + PASSWORD + "&_csrf=" + csrf.group(1)))
                        .build(),
                BodyHandlers.discarding());
        page = "/cases/" + file("wrong", "凭证1号").text("id");
        Matcher form = FORM.matcher(read(page));
        assertThat(form.find()).isTrue();
        action = form.group(1).replace("&amp;", "&");
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private String read(String path) throws IOException, InterruptedException {
        return browser.send(to(path).build(), BodyHandlers.ofString(UTF_8)).body();
    }

    private static String head(String name) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/pdf\r\n\r\n";
    }

    private static String tail() {
        return "\r\n--" + BOUNDARY + "--\r\n";
    }

    private HttpResponse<String> handIn(String name, byte[] content) throws IOException, InterruptedException {
        var body = new ByteArrayOutputStream();
        body.write(head(name).getBytes(UTF_8));
        body.write(content);
        body.write(tail().getBytes(UTF_8));
        return browser.send(
                to(action)
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                BodyHandlers.ofString(UTF_8));
    }

    private void nothingIsKept(String name) throws Exception {
        assertThat(read(page)).doesNotContain(name);
        assertThat(onDisk()).as("left behind").isZero();
    }

    /** Bytes of contents that are not judged yet. */
    private static long onDisk() throws IOException {
        long size = 0;
        try (var files = Files.walk(FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.getFileName().toString().startsWith("incoming-")) {
                    size += sizeOf(file);
                }
            }
        }
        return size;
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException goneMeanwhile) {
            return 0;
        }
    }

    @Test
    void aRenamedProgramAndABombAreRefusedWithTheReason() throws Exception {
        var program = handIn("凭证.pdf", "MZ\0\3 this is a program".getBytes(US_ASCII));
        assertThat(program.statusCode()).isEqualTo(400);
        assertThat(program.body()).contains("error-summary", "文件是程序、脚本，或含有宏，没有保存");
        nothingIsKept("凭证.pdf");

        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            var zeros = new byte[64 << 20];
            for (String entry : new String[] {"[Content_Types].xml", "word/document.xml", "1", "2", "3", "4"}) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(entry.startsWith("[") ? new byte[1] : zeros);
                zip.closeEntry();
            }
        }
        var bomb = handIn("报告.docx", bytes.toByteArray());
        assertThat(bomb.statusCode()).isEqualTo(400);
        assertThat(bomb.body()).contains("error-summary", "文件解压后过大");
        nothingIsKept("报告");

        var right = handIn("回单.pdf", "%PDF-1.4\n%%EOF\n".getBytes(US_ASCII));
        assertThat(right.statusCode()).isEqualTo(303);
        assertThat(read(page)).contains("回单.pdf");
    }

    @Test
    void whoIsNotInTheCaseHandsInNothing() throws Exception {
        var stranger = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        var other = HttpClient.newBuilder().cookieHandler(stranger).build();
        var answer = other.send(
                to(action)
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofString(head("证明.pdf") + "%PDF-1.4\n%%EOF\n" + tail()))
                        .build(),
                BodyHandlers.ofString(UTF_8));
        assertThat(answer.statusCode()).isIn(302, 303, 401, 403);
        nothingIsKept("证明.pdf");
    }

    /** As a browser would that knows no limit: it goes on sending until it is told, or the line is cut. */
    @Test
    void aGigabyteIsRefusedAtTheLimitWithoutFillingDiskOrMemory() throws Exception {
        System.gc();
        long used = used();
        var most = new AtomicLong();
        var sending = new AtomicBoolean(true);
        var watching = Thread.ofPlatform().start(() -> {
            while (sending.get()) {
                try {
                    most.accumulateAndGet(onDisk(), Math::max);
                } catch (IOException goneMeanwhile) {
                    Thread.onSpinWait();
                }
            }
        });
        long began = System.nanoTime();
        long sent = 0;
        String answer;
        try (var socket = new Socket("localhost", port)) {
            var out = socket.getOutputStream();
            var in = socket.getInputStream();
            CompletableFuture<String> answered = CompletableFuture.supplyAsync(() -> {
                try {
                    return new String(in.readAllBytes(), UTF_8);
                } catch (IOException cut) {
                    return "cut: " + cut.getMessage();
                }
            });
            out.write(requestHead().getBytes(UTF_8));
            out.write((head("巨大.pdf") + "%PDF-1.7\n").getBytes(UTF_8));
            var chunk = new byte[1 << 16];
            try {
                while (sent < GIGABYTE && !answered.isDone()) {
                    out.write(chunk);
                    sent += chunk.length;
                }
            } catch (IOException cut) {
                // The server has closed the line: that is the refusal of those who do not listen.
                assertThat(sent).isPositive();
            }
            answer = answered.get();
        } finally {
            sending.set(false);
            watching.join();
        }
        long millis = (System.nanoTime() - began) / 1_000_000;
        System.gc();
        System.err.println(
                "a gigabyte: " + (sent >> 20) + " MB sent, at most " + (most.get() >> 20) + " MB on the disk, "
                        + ((used() - used) >> 20) + " MB more memory, " + millis + " ms, answer "
                        + answer.lines().findFirst().orElse("none"));
        long limit = 20L << 20;
        assertThat(sent).as("it was not read to its end").isLessThan(limit + SLACK);
        assertThat(most.get()).as("on the disk").isLessThanOrEqualTo(limit);
        assertThat(used() - used).as("memory").isLessThan(limit);
        assertThat(answer).startsWith("HTTP/1.1 400").contains("文件超过 20 MB，没有保存");
        nothingIsKept("巨大");
    }

    private String requestHead() {
        String sent = cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return "POST " + action + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nCookie: " + sent
                + "\r\nContent-Type: multipart/form-data; boundary=" + BOUNDARY + "\r\nContent-Length: "
                + (GIGABYTE + 1000) + "\r\nConnection: close\r\n\r\n";
    }

    private static long used() {
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
