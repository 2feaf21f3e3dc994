package org.xinheng.server.service.inbox;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.ListAsk;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.Words;

/** Served documents on pages: for the organisation its inbox, for authorities and office what they served. */
@Controller
@Requires({Permission.OWN_FILE, Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OVERSEE})
class DocumentsController {

    private final Shelf shelf;
    private final CurrentActor current;

    DocumentsController(Shelf shelf, CurrentActor current) {
        this.shelf = shelf;
        this.current = current;
    }

    @GetMapping(DocumentsPage.PATH)
    Answer list(HttpServletRequest request) {
        Actor reader = current.find().orElseThrow();
        ListAsk ask = DocumentsList.PLAN.ask(request);
        return DocumentsList.PLAN.answer(
                ask,
                shelf.list(reader, Long.MAX_VALUE, ListPlan.MOST),
                Words.in(Language.of(request)),
                (list, shown) -> new DocumentsPage(Shelf.own(reader), list, shown));
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
