package org.xinheng.server.publicity.lists;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.ReportLayout;
import org.xinheng.server.access.OpenToAll;
import org.xinheng.server.publicity.reading.RecordReader;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;

/** Lists of organisations and the acts of the administration. Where an entry stood, its record answers 410. */
@Controller
@OpenToAll
class ListedController {

    private static final int LINES = 20;
    private static final int NEWEST = 10;

    private final EntriesInForce entries;

    ListedController(EntriesInForce entries) {
        this.entries = entries;
    }

    @GetMapping("/severe-lists")
    ShelfPage severe() {
        return shelf(Shelf.SEVERE);
    }

    @GetMapping("/severe-lists/{list}")
    Answer severe(@PathVariable String list, @RequestParam(required = false) @Nullable String after) {
        return listed(Shelf.SEVERE, list, after);
    }

    @GetMapping("/honours")
    ShelfPage honours() {
        return shelf(Shelf.HONOUR);
    }

    @GetMapping("/honours/{list}")
    Answer honours(@PathVariable String list, @RequestParam(required = false) @Nullable String after) {
        return listed(Shelf.HONOUR, list, after);
    }

    @GetMapping(ActsPage.PATH)
    ActsPage acts() {
        Policy policy = entries.policy();
        List<RecordType> front = RecordReader.frontTypes(policy);
        List<RecordType> others =
                acts(policy).stream().filter(type -> !front.contains(type)).toList();
        return new ActsPage(lines(front), lines(others));
    }

    /** Public types that stand in one chapter of the public report with those that the place shows first. */
    private static List<RecordType> acts(Policy policy) {
        List<String> front =
                RecordReader.frontTypes(policy).stream().map(RecordType::id).toList();
        List<RecordType> acts = new ArrayList<>();
        for (RecordType type : RecordReader.publicTypes(policy)) {
            boolean beside = policy.instruments().reports().values().stream()
                    .filter(report -> report.kind() == ReportLayout.Kind.PUBLIC)
                    .flatMap(report -> report.chapters().stream())
                    .map(ReportLayout.Chapter::recordTypes)
                    .anyMatch(chapter ->
                            chapter.contains(type.id()) && front.stream().anyMatch(chapter::contains));
            if (beside) {
                acts.add(type);
            }
        }
        return acts;
    }

    private List<ActsPage.Line> lines(List<RecordType> types) {
        List<Long> counts = entries.counts(types);
        List<ActsPage.Line> lines = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            lines.add(new ActsPage.Line(types.get(i), counts.get(i)));
        }
        return lines;
    }

    private ShelfPage shelf(Shelf shelf) {
        Policy policy = entries.policy();
        List<RecordType> types = shelf.types(policy);
        return new ShelfPage(
                shelf,
                shelf.lists(policy),
                entries.counts(types).stream().mapToLong(Long::longValue).sum(),
                types.stream()
                        .flatMap(type -> entries.newest(type, NEWEST).stream())
                        .sorted((a, b) ->
                                b.card().decidedOn().compareTo(a.card().decidedOn()))
                        .limit(NEWEST)
                        .toList());
    }

    private Answer listed(Shelf shelf, String id, @Nullable String after) {
        Policy policy = entries.policy();
        return shelf.lists(policy).stream()
                .filter(list -> Shelf.slug(list).equals(id))
                .findFirst()
                .<Answer>map(list -> {
                    EntriesInForce.Page page = entries.of(list, after, LINES);
                    return new ListedPage(
                            shelf,
                            WayOut.of(list, policy, entries.today()),
                            page.entries(),
                            page.next(),
                            after == null);
                })
                .orElseGet(() -> ErrorPage.of(HttpStatus.NOT_FOUND));
    }
}
