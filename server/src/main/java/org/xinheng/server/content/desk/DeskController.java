package org.xinheng.server.content.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.record.FreeTextMasking;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.access.Requires;
import org.xinheng.server.content.ContentCheck;
import org.xinheng.server.content.ContentKind;
import org.xinheng.server.content.ContentLibrary;
import org.xinheng.server.content.ContentLibrary.Outcome;
import org.xinheng.server.content.ContentText;
import org.xinheng.server.content.Item;
import org.xinheng.server.content.page.PictureType;
import org.xinheng.server.content.page.Shown;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Redirect;
import org.xinheng.server.web.Slice;
import org.xinheng.server.web.Upload;
import org.xinheng.server.web.Words;

/** Writes, publishes and withdraws pieces of the library. */
@Controller
@Requires(Permission.KEEP_CONTENT)
class DeskController {

    private static final String PIECE = DeskPage.PATH + "/{id:\\d{1,18}}";
    private static final int LINES = 50;
    private static final int SHORTEST_REASON = 4;
    private static final int LONGEST_REASON = 300;

    private final ContentLibrary library;
    private final ContentLog log;
    private final PolicyInForce inForce;
    private final CurrentActor current;

    DeskController(ContentLibrary library, PolicyInForce inForce, CurrentActor current, AccessLog log) {
        this.library = library;
        this.inForce = inForce;
        this.current = current;
        this.log = new ContentLog(log);
    }

    /** Drafts are not public: each look at them is logged. */
    private record ContentLog(AccessLog log) {
        void read(Actor actor, String what) {
            log.read(actor, what, null, ReadingPurpose.OWN_WORK.code());
        }
    }

    @GetMapping(DeskPage.PATH)
    DeskPage desk(@RequestParam(required = false) @Nullable Long before, HttpServletRequest request) {
        log.read(actor(), "content.desk");
        Slice<Item> page = Slice.of(LINES, many -> library.all(Slice.before(before), many));
        return new DeskPage(Shown.lines(page.rows(), library.naming(), words(request)), page.next(Item::id));
    }

    @GetMapping(DeskPage.PATH + "/new")
    DraftPage draft() {
        return new DraftPage(
                ContentKind.NEWS.id(),
                ContentCheck.Typed.NOTHING,
                UUID.randomUUID().toString(),
                Map.of());
    }

    @PostMapping(DeskPage.PATH + "/new")
    Answer open(TypedDraft typed, HttpServletRequest request) {
        Words words = words(request);
        ContentKind kind = ContentKind.find(TypedDraft.again(typed.kind())).orElse(ContentKind.NEWS);
        String key = typed.key() == null || typed.key().isBlank()
                ? UUID.randomUUID().toString()
                : typed.key().substring(0, Math.min(typed.key().length(), 64));
        Outcome outcome = library.open(kind, typed.text(), actor().name(), key, words);
        return switch (outcome) {
            case Outcome.Done(long id) -> new Redirect(DeskPage.PATH + "/" + id);
            case Outcome.Unfit(var faults) -> new DraftPage(kind.id(), typed.text(), key, faults);
            case Outcome.OwnText _, Outcome.Overtaken _ -> throw new IllegalStateException("nothing stood there");
        };
    }

    @GetMapping(PIECE)
    Answer piece(@PathVariable long id, HttpServletRequest request) {
        log.read(actor(), "content.piece");
        return library.find(id)
                .<Answer>map(item -> page(item, null, "", Map.of(), words(request)))
                .orElseGet(() -> ErrorPage.of(HttpStatus.NOT_FOUND));
    }

    @PostMapping(PIECE)
    Answer revise(@PathVariable long id, TypedDraft typed, HttpServletRequest request) {
        Words words = words(request);
        return library.find(id).isEmpty()
                ? ErrorPage.of(HttpStatus.NOT_FOUND)
                : answer(
                        id,
                        library.revise(id, TypedDraft.seen(typed.seen()), typed.text(), actor().name(), words),
                        typed.text(),
                        "",
                        words);
    }

    @PostMapping(PIECE + "/publication")
    Answer publish(@PathVariable long id, @RequestParam(defaultValue = "") String seen, HttpServletRequest request) {
        Words words = words(request);
        return library.find(id).isEmpty()
                ? ErrorPage.of(HttpStatus.NOT_FOUND)
                : answer(id, library.publish(id, TypedDraft.seen(seen), actor().name(), words), null, "", words);
    }

    @PostMapping(PIECE + "/withdrawal")
    Answer withdraw(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        Words words = words(request);
        if (library.find(id).isEmpty()) {
            return ErrorPage.of(HttpStatus.NOT_FOUND);
        }
        FormCheck form = new FormCheck(
                words, FreeTextMasking.of(CodeReader.of(inForce.policy().codes())));
        String read = form.reason("reason", reason, SHORTEST_REASON, LONGEST_REASON);
        Outcome outcome = form.failed()
                ? new Outcome.Unfit(form.faults())
                : library.withdraw(id, TypedDraft.seen(seen), read, actor().name());
        return answer(id, outcome, null, reason, words);
    }

    /** Takes a picture with its caption, or away where there is no file. */
    @PostMapping(PIECE + "/picture")
    Answer illustrate(@PathVariable long id, HttpServletRequest request) throws IOException {
        Words words = words(request);
        Upload upload = Upload.of(request).orElse(null);
        if (library.find(id).isEmpty() || upload == null) {
            return ErrorPage.of(upload == null ? HttpStatus.BAD_REQUEST : HttpStatus.NOT_FOUND);
        }
        byte[] file = upload.file().readNBytes(PictureDrawing.LARGEST + 1);
        Optional<byte[]> picture =
                file.length == 0 || file.length > PictureDrawing.LARGEST ? Optional.empty() : PictureDrawing.draw(file);
        String caption = TypedDraft.again(upload.fields().get("caption"));
        Outcome outcome = file.length > 0 && picture.isEmpty()
                ? new Outcome.Unfit(Map.of("file", words.say(ContentText.FORM_PICTURE_WRONG)))
                : library.illustrate(
                        id,
                        TypedDraft.seen(upload.fields().get("seen")),
                        picture.orElse(null),
                        picture.isEmpty() ? "" : caption,
                        actor().name(),
                        words);
        return answer(id, outcome, null, "", words);
    }

    /** The picture of the newest version, published or not. */
    @GetMapping(PIECE + "/picture")
    ResponseEntity<byte[]> picture(@PathVariable long id) {
        log.read(actor(), "content.piece");
        return library.newestPicture(id)
                .map(picture -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .header("Content-Type", PictureType.of(picture))
                        .body(picture))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private Answer answer(long id, Outcome outcome, ContentCheck.@Nullable Typed typed, String reason, Words words) {
        Map<String, String> faults = switch (outcome) {
            case Outcome.Done _ -> Map.of();
            case Outcome.Unfit(var found) -> found;
            case Outcome.OwnText _ -> Map.of("seen", words.say(ContentText.FORM_OWN_TEXT));
            case Outcome.Overtaken _ -> Map.of("seen", words.say(ContentText.FORM_OVERTAKEN));
        };
        return faults.isEmpty()
                ? new Redirect(DeskPage.PATH + "/" + id)
                : page(library.find(id).orElseThrow(), typed, reason, faults, words);
    }

    private DeskPiecePage page(
            Item item, ContentCheck.@Nullable Typed typed, String reason, Map<String, String> faults, Words words) {
        return new DeskPiecePage(
                Shown.of(item, library.naming(), words),
                typed == null ? ContentCheck.Typed.of(item.draft()) : typed,
                reason,
                faults,
                item.writer().equals(actor().name()));
    }

    private Actor actor() {
        return current.require(Permission.KEEP_CONTENT);
    }

    private static Words words(HttpServletRequest request) {
        return Words.in(Language.of(request));
    }
}
