package org.xinheng.server.publicity.page;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.access.OpenToAll;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.WrittenOnce;

/** Lists of records by type, filtered by date, authority and place. */
@Controller
@OpenToAll
class ListController {

    private final Portal portal;
    private final ListedLines listed;

    ListController(Portal portal, ListedLines listed) {
        this.portal = portal;
        this.listed = listed;
    }

    /** Every kind of record that is shown here, with how many of each the public sees today. */
    @GetMapping("/lists")
    DirectoryPage directory() {
        List<RecordType> types = portal.types();
        List<Long> counts =
                portal.records().counts(types.stream().map(RecordType::id).toList(), portal.today());
        return new DirectoryPage(IntStream.range(0, types.size())
                .mapToObj(i -> new DirectoryPage.Entry(types.get(i), counts.get(i)))
                .toList());
    }

    @GetMapping("/lists/{type}")
    Answer list(
            @PathVariable String type,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String authority,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(required = false) @Nullable String after) {
        RecordType wanted = portal.types().stream()
                .filter(candidate -> candidate.id().equals(type))
                .findFirst()
                .orElse(null);
        if (wanted == null) {
            return ErrorPage.of(HttpStatus.NOT_FOUND);
        }
        ListFilter filter = ListFilter.of(from, to, authority, place);
        ListedLines.Lines page = filter.unreadable()
                ? new ListedLines.Lines(List.of(), new WrittenOnce(), null)
                : listed.of(filter.on(type), after);
        Policy policy = portal.policy();
        return new ListPage(
                wanted,
                filter,
                policy.authorities(),
                policy.place().counties(),
                page.lines(),
                page.table(),
                new ListPage.Paging(page.next(), after == null),
                policy.instruments().lists().values().stream()
                        .filter(list -> type.equals(list.scope().recordType()))
                        .toList());
    }
}
