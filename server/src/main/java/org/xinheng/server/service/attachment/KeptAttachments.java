package org.xinheng.server.service.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.xinheng.core.clock.DueDate;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.record.FreeTextMasking;
import org.xinheng.core.record.TypedText;
import org.xinheng.core.record.TypedText.Fit;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.service.Attachment;
import org.xinheng.server.service.AttachmentFault;
import org.xinheng.server.service.Attachments;
import org.xinheng.server.service.MalwareScan;
import org.xinheng.server.service.attachment.ContentFolder.Received;

/** Takes, keeps, gives out and removes attachments. */
final class KeptAttachments implements Attachments {

    private static final Logger LOG = LoggerFactory.getLogger(KeptAttachments.class);
    private static final String RETENTION = "attachment.retention";
    private static final int LONGEST_NAME = 100;

    private final AttachmentStore store;
    private final ContentFolder contents;
    private final Rules rules;
    private final AccessLog log;
    private final Clock clock;

    KeptAttachments(AttachmentStore store, ContentFolder contents, Rules rules, AccessLog log, Clock clock) {
        this.store = store;
        this.contents = contents;
        this.rules = rules;
        this.log = log;
        this.clock = clock;
    }

    /**
     * @param most bytes of one file
     * @param scan null when no scanner is connected
     */
    record Rules(PolicyInForce inForce, long most, @Nullable MalwareScan scan) {}

    @Override
    public Outcome keep(String fileName, String reference, Actor actor, InputStream content) throws IOException {
        Optional<Received> received = contents.receive(content, rules.most());
        if (received.isEmpty()) {
            return refused(AttachmentFault.TOO_LARGE);
        }
        Received file = received.get();
        try {
            return switch (ContentCheck.of(file.file())) {
                case ContentReading.Unfit(AttachmentFault fault) -> refused(fault);
                case ContentReading.Fit(AttachmentType type) -> scanned(fileName, reference, actor, type, file);
            };
        } finally {
            contents.drop(file);
        }
    }

    private Outcome scanned(String fileName, String reference, Actor actor, AttachmentType type, Received file)
            throws IOException {
        MalwareScan scan = rules.scan();
        if (scan != null) {
            try {
                if (!scan.clean(file.file())) {
                    return refused(AttachmentFault.MALWARE);
                }
            } catch (IOException away) {
                return refused(AttachmentFault.SCANNER_AWAY);
            }
        }
        contents.keep(file);
        return new Outcome.Kept(store.append(new Attachment(
                0,
                named(fileName, type),
                type.mediaType(),
                file.size(),
                reference,
                scan == null ? null : scan.name(),
                lastDay(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor.name(),
                file.sha256())));
    }

    private LocalDate lastDay() {
        Policy policy = rules.inForce().policy();
        return DueDate.of(policy.deadline(RETENTION, today()), policy.calendar(), today())
                .date();
    }

    private Outcome refused(AttachmentFault fault) {
        return new Outcome.Refused(fault, rules.most() >> 20);
    }

    /**
     * The last part of the name without control characters, with the ending of its real type. A name with somebody's number in it is
     * not kept.
     */
    private String named(String sent, AttachmentType type) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String plain =
                last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\"<>|:*?]", "").strip();
        int dot = plain.lastIndexOf('.');
        String base = dot > 0 ? plain.substring(0, dot) : plain;
        String kept = base.length() <= LONGEST_NAME ? base : base.substring(0, LONGEST_NAME);
        var masking = FreeTextMasking.of(CodeReader.of(rules.inForce().policy().codes()));
        return (TypedText.line(kept, LONGEST_NAME, masking) instanceof Fit fit ? fit.text() : "attachment")
                + type.ending();
    }

    @Override
    public Optional<Attachment> find(long id) {
        return store.find(id, today());
    }

    @Override
    public List<Attachment> ofCase(String reference) {
        return store.ofCase(reference, today());
    }

    @Override
    public Optional<ResponseEntity<Resource>> download(long id, Actor reader, long organisationId, String purpose)
            throws IOException {
        Optional<Attachment> found = find(id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        log.read(reader, "attachment", organisationId, purpose);
        Attachment attachment = found.get();
        byte[] content = contents.read(attachment.sha256());
        return Optional.of(ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(attachment.mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(attachment.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(new ByteArrayResource(content)));
    }

    /** The file goes with the last entry that needs it. */
    @Override
    public int removeExpired() throws IOException {
        List<Attachment> expired = store.expired(today());
        for (Attachment attachment : expired) {
            if (!store.needed(attachment.sha256(), today())) {
                contents.remove(attachment.sha256());
            }
            store.removed(attachment.id(), clock.instant());
            LOG.info(
                    "attachment {} of {} removed: it was kept until {}",
                    attachment.id(),
                    attachment.reference(),
                    attachment.keptUntil());
        }
        return expired.size();
    }

    @Override
    public int removeOrphans() throws IOException {
        List<String> removed = contents.removeOrphans(sha256 -> store.needed(sha256, today()));
        removed.forEach(name -> LOG.info("attachment content {} removed: no case has it", name));
        return removed.size();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
