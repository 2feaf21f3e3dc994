package org.xinheng.server.service.attachment;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.account.ReadLog;
import org.xinheng.server.database.FreshDatabase;
import org.xinheng.server.publicity.DemoCity;
import org.xinheng.server.service.Attachment;
import org.xinheng.server.service.AttachmentFault;
import org.xinheng.server.service.Attachments;
import org.xinheng.server.service.Attachments.Outcome;
import org.xinheng.server.service.MalwareScan;

/** A file is what its content says; what could harm a reader is not kept; what is kept ends on its day. */
@ExtendWith(FreshDatabase.class)
class AttachmentsTest {

    private static final long LIMIT = 1 << 20;
    private static final Actor CLERK = new Actor("clerk", Actor.Kind.CLERK, null, Set.of(Permission.DELIVER));
    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF".getBytes(US_ASCII);
    private static final String TODAY = "2026-06-10";

    private final JdbcClient sql;
    private final javax.sql.DataSource source;

    @TempDir
    private Path folder;

    AttachmentsTest(JdbcClient sql, javax.sql.DataSource source) {
        this.sql = sql;
        this.source = source;
    }

    private Attachments on(String day, @Nullable MalwareScan scan) {
        var clock = Clock.fixed(Instant.parse(day + "T04:00:00Z"), ZoneId.of("Asia/Shanghai"));
        return new KeptAttachments(
                new AttachmentStore(sql),
                new ContentFolder(folder),
                new KeptAttachments.Rules(() -> DemoCity.POLICY, LIMIT, scan),
                new ReadLog(new JdbcTemplate(source), clock),
                clock);
    }

    private Outcome keep(String name, byte[] content) throws IOException {
        return on(TODAY, null).keep(name, "case-1", CLERK, new ByteArrayInputStream(content));
    }

    private void requireRefused(AttachmentFault fault, String name, byte[] content) throws IOException {
        assertThat(keep(name, content)).as(name).isEqualTo(new Outcome.Refused(fault, 1));
        requireNothingKept();
    }

    private void requireNothingKept() throws IOException {
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private static byte[] packed(Object... namesAndContents) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write((byte[]) namesAndContents[i + 1]);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(US_ASCII);
    }

    @Test
    void fileIsWhatItsContentSaysAndLiesUnderItsHash() throws Exception {
        var kept = (Outcome.Kept) keep("C:\\docs\\证明\u202e.exe", PDF);

        var attachment = kept.attachment();
        assertThat(attachment.fileName()).isEqualTo("证明.pdf");
        assertThat(attachment.mediaType()).isEqualTo("application/pdf");
        assertThat(attachment.scannedBy())
                .as("no scanner is connected, and it is said")
                .isNull();
        assertThat(attachment.keptUntil()).isEqualTo(LocalDate.parse("2031-06-09"));
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(PDF));
        assertThat(attachment.sha256()).isEqualTo(hash);
        assertThat(folder.resolve(hash.substring(0, 2)).resolve(hash)).hasBinaryContent(PDF);
        assertThat(on(TODAY, null).ofCase("case-1")).extracting(Attachment::id).contains(attachment.id());
        var docx = packed("[Content_Types].xml", text("<a/>"), "word/document.xml", text("<b/>"));
        assertThat(((Outcome.Kept) keep("报告", docx)).attachment().fileName()).isEqualTo("报告.docx");
        assertThat(((Outcome.Kept) keep("", packed("OFD.xml", text("<a/>"))))
                        .attachment()
                        .fileName())
                .isEqualTo("attachment.ofd");
    }

    @Test
    void programsAndScriptsAreRefusedWhateverTheyAreCalled() throws Exception {
        requireRefused(AttachmentFault.PROGRAM, "photo.png", text("MZ\0\3 a program of Windows"));
        requireRefused(AttachmentFault.PROGRAM, "letter.pdf", text("\u007fELF\2\1\1 a program of Linux"));
        requireRefused(AttachmentFault.PROGRAM, "letter.pdf", text("#!/bin/sh\nrm -r ."));
        requireRefused(
                AttachmentFault.PROGRAM,
                "letter.docx",
                packed("[Content_Types].xml", text("a"), "word/document.xml", text("b"), "word/x.bin", text("MZ\0")));
        requireRefused(
                AttachmentFault.PROGRAM,
                "letter.docx",
                packed(
                        "[Content_Types].xml",
                        text("a"),
                        "word/document.xml",
                        text("b"),
                        "word/vbaProject.bin",
                        text("m")));
        requireRefused(AttachmentFault.TYPE, "page.pdf", text("<html><script>alert(1)</script></html>"));
        requireRefused(AttachmentFault.TYPE, "some.zip", packed("a.txt", text("a")));
        requireRefused(AttachmentFault.EMPTY, "empty.pdf", new byte[0]);
    }

    @Test
    void bombIsNotUnpackedToItsEnd() throws Exception {
        var zeros = new byte[64 << 20];
        var bomb = packed(
                "[Content_Types].xml",
                text("a"),
                "word/document.xml",
                zeros,
                "1",
                zeros,
                "2",
                zeros,
                "3",
                zeros,
                "4",
                zeros);
        assertThat(bomb.length).as("a small file").isLessThan((int) LIMIT);
        requireRefused(AttachmentFault.UNPACKS, "bomb.docx", bomb);
        requireRefused(
                AttachmentFault.UNPACKS,
                "nested.docx",
                packed(
                        "[Content_Types].xml",
                        text("a"),
                        "word/document.xml",
                        text("b"),
                        "inner.zip",
                        packed("a", zeros)));
        var cut = packed("OFD.xml", text("<a/>"));
        requireRefused(AttachmentFault.UNPACKS, "cut.ofd", java.util.Arrays.copyOf(cut, cut.length / 2));
    }

    @Test
    void fileOfAGigabyteIsLeftAtTheLimit() throws Exception {
        var given = new AtomicLong();
        var endless = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("nobody asks for this here");
            }

            @Override
            public int read(byte[] target, int from, int length) {
                given.addAndGet(length);
                return given.get() > 1L << 30 ? -1 : length;
            }
        };

        assertThat(on(TODAY, null).keep("big.pdf", "case-1", CLERK, endless))
                .isEqualTo(new Outcome.Refused(AttachmentFault.TOO_LARGE, 1));
        assertThat(given.get()).isLessThan(2 * LIMIT);
        requireNothingKept();
    }

    @Test
    void scannerThatFindsSomethingOrIsAwayKeepsTheFileOut() throws Exception {
        var name = "scanner";
        assertThat(on(TODAY, scanner(name, true)).keep("a.pdf", "case-2", CLERK, new ByteArrayInputStream(PDF)))
                .isInstanceOfSatisfying(
                        Outcome.Kept.class,
                        kept -> assertThat(kept.attachment().scannedBy()).isEqualTo(name));
        assertThat(on(TODAY, scanner(name, false)).keep("a.pdf", "case-3", CLERK, new ByteArrayInputStream(PDF)))
                .isEqualTo(new Outcome.Refused(AttachmentFault.MALWARE, 1));
        var away = ClamAv.at("127.0.0.1:1");
        assertThat(on(TODAY, away).keep("a.pdf", "case-3", CLERK, new ByteArrayInputStream(PDF)))
                .isEqualTo(new Outcome.Refused(AttachmentFault.SCANNER_AWAY, 1));
        assertThat(on(TODAY, null).ofCase("case-3")).isEmpty();
    }

    private static MalwareScan scanner(String name, boolean clean) {
        return new MalwareScan() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public boolean clean(Path file) {
                return clean;
            }
        };
    }

    @Test
    void downloadIsLoggedRunsInNoBrowserAndNoticesDamage() throws Exception {
        var attachment = ((Outcome.Kept) keep("回单.pdf", PDF)).attachment();

        var answer =
                on(TODAY, null).download(attachment.id(), CLERK, 7, "case-1").orElseThrow();
        assertThat(Objects.requireNonNull(answer.getBody()).getContentAsByteArray())
                .isEqualTo(PDF);
        assertThat(answer.getHeaders().getFirst("Content-Disposition")).startsWith("attachment;");
        assertThat(answer.getHeaders().getFirst("Content-Security-Policy")).contains("sandbox");
        assertThat(sql.sql("SELECT count(*) FROM access.read_log WHERE what = 'attachment' AND actor = 'clerk'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        var file = folder.resolve(attachment.sha256().substring(0, 2)).resolve(attachment.sha256());
        Files.write(file, text("%PDF-1.7 altered"));
        assertThatThrownBy(() -> on(TODAY, null).download(attachment.id(), CLERK, 7, "case-1"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void attachmentEndsByItsDayAndItsFileGoesWithTheLastEntryThatNeedsIt() throws Exception {
        var earlier = ((Outcome.Kept) keep("a.pdf", PDF)).attachment();
        var later = ((Outcome.Kept)
                        on("2026-06-11", null).keep("b.pdf", "case-9", CLERK, new ByteArrayInputStream(PDF)))
                .attachment();
        var file = place(earlier);

        var afterTheFirst = on("2031-06-10", null);
        assertThat(afterTheFirst.find(earlier.id())).as("without any job").isEmpty();
        assertThat(afterTheFirst.find(later.id())).isPresent();
        afterTheFirst.removeExpired();
        assertThat(file).exists();
        assertThat(afterTheFirst.removeExpired()).isZero();
        assertThat(on("2031-06-11", null).removeExpired()).isPositive();
        assertThat(List.of(file)).allSatisfy(gone -> assertThat(gone).doesNotExist());
    }

    @Test
    void whatNeverBecamePartOfACaseGoesAfterADay() throws Exception {
        var kept = ((Outcome.Kept) keep("a.pdf", PDF)).attachment();
        var undone = new TransactionTemplate(new JdbcTransactionManager(source)).execute(status -> {
            status.setRollbackOnly();
            try {
                return ((Outcome.Kept) keep("b.pdf", ("%PDF-1.4 of a case that came to nothing").getBytes(US_ASCII)))
                        .attachment();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        var orphan = place(Objects.requireNonNull(undone));
        var broken = Files.createTempFile(folder, "incoming-", ".part");
        var attachments = on(TODAY, null);

        assertThat(attachments.removeOrphans()).as("it may be under way").isZero();
        for (var file : List.of(place(kept), orphan, broken)) {
            Files.setLastModifiedTime(
                    file,
                    FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis()
                            - Duration.ofHours(25).toMillis()));
        }

        assertThat(attachments.removeOrphans()).isEqualTo(2);
        assertThat(List.of(orphan, broken)).allSatisfy(gone -> assertThat(gone).doesNotExist());
        assertThat(place(kept)).hasBinaryContent(PDF);
    }

    private Path place(Attachment attachment) {
        return folder.resolve(attachment.sha256().substring(0, 2)).resolve(attachment.sha256());
    }
}
