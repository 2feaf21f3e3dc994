package org.xinheng.server.service.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;

/** Served documents on pages: for the organisation its inbox, for authorities and office what they served. */
@Controller
@Requires({Permission.OWN_FILE, Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OVERSEE})
class DocumentsController {

    private static final int LINES = 20;

    private final Shelf shelf;
    private final CurrentActor current;

    DocumentsController(Shelf shelf, CurrentActor current) {
        this.shelf = shelf;
        this.current = current;
    }

    @GetMapping(DocumentsPage.PATH)
    DocumentsPage list(@RequestParam(required = false) @Nullable Long before) {
        Actor reader = current.find().orElseThrow();
        List<DocumentLine> lines = shelf.list(reader, before == null ? Long.MAX_VALUE : before, LINES + 1);
        boolean more = lines.size() > LINES;
        List<DocumentLine> shown = more ? lines.subList(0, LINES) : lines;
        return new DocumentsPage(
                Shelf.own(reader), shown, more ? shown.getLast().document().id() : null, before == null);
    }

    @GetMapping(DocumentsPage.PATH + "/{id}")
    Answer document(@PathVariable long id) {
        return shelf.find(current.find().orElseThrow(), id)
                .<Answer>map(DocumentPage::new)
                .orElseGet(() -> ErrorPage.of(HttpStatus.NOT_FOUND));
    }

    /** The bytes as they were served. */
    @GetMapping(DocumentsPage.PATH + "/{id}/original")
    ResponseEntity<byte[]> original(@PathVariable long id) {
        return shelf.content(current.find().orElseThrow(), id)
                .map(Originals::answer)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
