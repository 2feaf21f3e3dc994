package org.xinheng.server.content.page;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.server.access.OpenToAll;
import org.xinheng.server.content.ContentKind;
import org.xinheng.server.content.ContentLibrary;
import org.xinheng.server.content.Item;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Slice;
import org.xinheng.server.web.Words;

/** The library as everybody reads it. */
@Controller
@OpenToAll
class LibraryController {

    private static final int LINES = 20;
    private static final int LONGEST = 100;

    private final ContentLibrary library;

    LibraryController(ContentLibrary library) {
        this.library = library;
    }

    @GetMapping(LibraryPage.PATH)
    LibraryPage library(
            @RequestParam(name = "q", defaultValue = "") String typed,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable Long before,
            HttpServletRequest request) {
        return page(LibraryPage.PATH, ContentKind.find(kind).orElse(null), typed, before, request);
    }

    @GetMapping(LibraryPage.WARNINGS)
    LibraryPage warnings(
            @RequestParam(name = "q", defaultValue = "") String typed,
            @RequestParam(required = false) @Nullable Long before,
            HttpServletRequest request) {
        return page(LibraryPage.WARNINGS, ContentKind.WARNING, typed, before, request);
    }

    private LibraryPage page(
            String path, @Nullable ContentKind kind, String typed, @Nullable Long before, HttpServletRequest request) {
        String text = typed.strip();
        String wanted = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        Slice<Item> page = Slice.of(LINES, many -> library.list(kind, wanted, Slice.before(before), many));
        return new LibraryPage(
                path,
                kind,
                wanted,
                Shown.lines(page.rows(), library.naming(), words(request)),
                page.next(Item::id),
                before == null);
    }

    @GetMapping(LibraryPage.PATH + "/{id:\\d{1,18}}")
    Answer piece(@PathVariable long id, HttpServletRequest request) {
        Item item = library.published(id).orElse(null);
        if (item == null || item.standing() == null) {
            return ErrorPage.of(HttpStatus.NOT_FOUND);
        }
        return item.standing().withdrawn()
                ? new WithdrawnPiecePage()
                : new PiecePage(Shown.of(item, library.naming(), words(request)));
    }

    /** Not kept by any cache: it goes with the first name that has to go. */
    @GetMapping(LibraryPage.PATH + "/{id:\\d{1,18}}/picture")
    ResponseEntity<byte[]> picture(@PathVariable long id) {
        return library.picture(id)
                .map(picture -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .header("Content-Type", PictureType.of(picture))
                        .header("X-Robots-Tag", "noindex")
                        .body(picture))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static Words words(HttpServletRequest request) {
        return Words.in(Language.of(request));
    }
}
