package org.xinheng.server.service.inbox;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.DocumentTemplate;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.service.Document;
import org.xinheng.server.service.DocumentService;
import org.xinheng.server.service.Served;
import org.xinheng.server.service.ServedDocument;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Words;

/** Serves documents into inboxes. */
final class InboxService implements DocumentService {

    private static final String NUMBER = "number";
    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final DocumentStore store;
    private final PolicyInForce inForce;
    private final Organisations organisations;
    private final Surroundings surroundings;
    private final DocumentPress press = new DocumentPress();

    InboxService(DocumentStore store, PolicyInForce inForce, Organisations organisations, Surroundings surroundings) {
        this.store = store;
        this.inForce = inForce;
        this.organisations = organisations;
        this.surroundings = surroundings;
    }

    /** Clock, transactions and events. */
    record Surroundings(Clock clock, TransactionOperations transactions, ApplicationEventPublisher events) {}

    @Override
    public Served serve(Document document) {
        Policy policy = inForce.policy();
        DocumentTemplate template = policy.instruments()
                .document(document.kind())
                .orElseThrow(() -> new IllegalArgumentException("no document " + document.kind() + " in the pack"));
        Organisation organisation = organisations
                .find(document.organisationId())
                .orElseThrow(() -> new IllegalArgumentException("no organisation " + document.organisationId()));
        Instant at = surroundings.clock().instant().truncatedTo(ChronoUnit.MICROS);
        Optional<Authority> authority = policy.authority(document.authority());
        PrintedDocument printed = printed(
                document,
                template,
                organisation,
                authority.map(body -> body.name().zh()).orElse(document.authority()),
                at);
        byte[] content = press.print(printed);
        var entry = new DocumentStore.Entry(
                organisation.id(),
                document.kind(),
                printed.title(),
                printed.number(),
                authority.map(Authority::code).orElse(document.authority()),
                document.reference(),
                at,
                policy.version());
        return Objects.requireNonNull(surroundings.transactions().execute(_ -> {
            long id = store.append(entry, content, sha256(content));
            var served = new Served(id, organisation.id(), document.kind(), document.reference(), at);
            surroundings.events().publishEvent(served);
            return served;
        }));
    }

    private PrintedDocument printed(
            Document document, DocumentTemplate template, Organisation organisation, String authority, Instant at) {
        Formats formats = new Formats(Language.CHINESE);
        String day = formats.day(at.atZone(Formats.BEIJING).toLocalDate());
        String code = organisation.code();
        List<String> paragraphs = template.paragraphs(
                inWords(document.fields(), formats),
                Map.of(
                        "party",
                        organisation.name(),
                        "code",
                        code == null ? "" : code,
                        "authority",
                        authority,
                        "reference",
                        document.reference(),
                        "day",
                        day));
        String number = document.fields().getOrDefault(NUMBER, "").strip();
        return new PrintedDocument(
                Words.in(Language.CHINESE),
                authority,
                template.rule().title().zh(),
                number.isEmpty() ? null : number,
                organisation.name(),
                code,
                paragraphs,
                day,
                formats.time(at),
                document.reference());
    }

    /** A field that is a day is printed as documents write days (2026年6月25日). */
    private static Map<String, String> inWords(Map<String, String> fields, Formats formats) {
        Map<String, String> printed = new HashMap<>(fields);
        printed.replaceAll((_, value) -> day(value).map(formats::day).orElse(value));
        return printed;
    }

    private static Optional<LocalDate> day(String value) {
        if (!ISO_DAY.matcher(value).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<ServedDocument> find(long id) {
        return store.find(id);
    }

    @Override
    public List<ServedDocument> ofCase(String reference) {
        return store.ofCase(reference);
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
