package org.xinheng.server.service.inbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.ApiProblem;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.service.ServedDocument;
import org.xinheng.server.web.Slice;
import org.xinheng.server.web.Words;

/** Served documents for programs. */
@RestController
@Requires({Permission.OWN_FILE, Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OVERSEE})
class DocumentsApi {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final Shelf shelf;
    private final CurrentActor current;

    DocumentsApi(Shelf shelf, CurrentActor current) {
        this.shelf = shelf;
        this.current = current;
    }

    /** @param next id to ask {@code before} for the page that follows; null on the last one */
    record Page(List<Entry> documents, @Nullable String next) {}

    /** @param sha256 of the content, to compare with what {@code content} gives */
    record Entry(
            String id,
            String kind,
            String title,
            @Nullable String number,
            String authority,
            String authorityName,
            String party,
            String reference,
            Instant servedAt,
            @Nullable Instant openedAt,
            String sha256,
            String content) {

        static Entry of(DocumentLine line) {
            ServedDocument document = line.document();
            return new Entry(
                    Long.toString(document.id()),
                    document.kind(),
                    document.title(),
                    document.number(),
                    document.authority(),
                    line.authority(),
                    line.party(),
                    document.reference(),
                    document.servedAt(),
                    document.openedAt(),
                    document.sha256(),
                    "/api/v1/documents/" + document.id() + "/content");
        }
    }

    @GetMapping("/api/v1/documents")
    Page list(
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(required = false) @Nullable Integer size) {
        Actor reader = current.find().orElseThrow();
        var page = Slice.of(
                Math.clamp(size == null ? USUAL : size, 1, MOST),
                many -> shelf.list(reader, Slice.before(before), many).stream()
                        .map(Entry::of)
                        .toList());
        return new Page(page.rows(), page.next(Entry::id));
    }

    @GetMapping("/api/v1/documents/{id}/content")
    ResponseEntity<byte[]> content(
            @PathVariable long id,
            @RequestHeader(value = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        Words words = Words.accepted(language);
        return shelf.content(current.find().orElseThrow(), id)
                .map(Originals::answer)
                .orElseThrow(() -> ApiProblem.of(
                        HttpStatus.NOT_FOUND,
                        "document.unknown",
                        words.say(ServiceText.PROBLEM_UNKNOWN),
                        words.say(ServiceText.PROBLEM_UNKNOWN_ADVICE)));
    }
}
