package org.xinheng.server.casework.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.casework.CaseFile;
import org.xinheng.server.casework.desk.CaseDesk;
import org.xinheng.server.service.Attachments;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Redirect;
import org.xinheng.server.web.Upload;
import org.xinheng.server.web.Words;

/** Files that are handed in with a case: only those in the case reach them. Who only oversees reads and hands in none. */
@Controller
@Requires({Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OWN_FILE, Permission.QUERY_AT_WINDOW})
class CaseAttachmentsController {

    private static final String NO_FILE = "empty";
    private static final String BUNDLE = "attachments";

    private final CaseDesk desk;
    private final Attachments attachments;
    private final CasesController pages;
    private final CurrentActor current;

    CaseAttachmentsController(CaseDesk desk, Attachments attachments, CasesController pages, CurrentActor current) {
        this.desk = desk;
        this.attachments = attachments;
        this.pages = pages;
        this.current = current;
    }

    @PostMapping(CasesPage.PATH + "/{id}/attachments")
    Answer handIn(@PathVariable long id, HttpServletRequest request) throws IOException {
        Actor actor = current.find().orElseThrow();
        Optional<CaseFile> file = inCase(actor, id).filter(found -> !found.closed());
        if (file.isEmpty()) {
            return ErrorPage.of(HttpStatus.NOT_FOUND);
        }
        Words words = Words.in(Language.of(request));
        Optional<Upload> upload = Upload.of(request);
        if (upload.isEmpty() || upload.get().name().isEmpty()) {
            return pages.faulty(actor, file.get(), "file", String.valueOf(words.find(BUNDLE, NO_FILE)), words);
        }
        return switch (attachments.keep(
                upload.get().name(), file.get().number(), actor, upload.get().file())) {
            case Attachments.Outcome.Kept _ -> new Redirect(CasesPage.PATH + "/" + id);
            case Attachments.Outcome.Refused(var fault, long limit) ->
                pages.faulty(actor, file.get(), "file", words.say(fault, limit), words);
        };
    }

    private Optional<CaseFile> inCase(Actor actor, long id) {
        return desk.find(actor, id).filter(file -> desk.takesPart(actor, file));
    }

    @GetMapping(CasesPage.PATH + "/{id}/attachments/{attachment}")
    ResponseEntity<Resource> download(@PathVariable long id, @PathVariable long attachment) throws IOException {
        Actor actor = current.find().orElseThrow();
        CaseFile file = inCase(actor, id).orElse(null);
        if (file == null
                || attachments
                        .find(attachment)
                        .filter(kept -> kept.reference().equals(file.number()))
                        .isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return attachments
                .download(attachment, actor, file.opening().organisationId(), file.number())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
