package org.xinheng.server.measure.column;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.xinheng.core.policy.CodeList;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Measure;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.access.OpenToAll;
import org.xinheng.server.archive.PublicRecords;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.ListAsk;
import org.xinheng.server.web.ListColumn;
import org.xinheng.server.web.ListFile;
import org.xinheng.server.web.ListFilter;
import org.xinheng.server.web.ListFilter.Choice;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.ListView;
import org.xinheng.server.web.Words;

/** The catalogue of measures and the column of bans, for everybody. */
@Controller
@OpenToAll
class ColumnController {

    /** Record type of bans in the catalogue. */
    private static final String BANS = "market-ban";

    /** Of which the order is made in memory. */
    private static final int MOST = 2_000;

    private static final int STEP = 200;

    private static final List<ListColumn<MeasureView>> COLUMNS = List.of(
            new ListColumn<>("measure", ColumnText.MEASURES_MEASURE, (line, _) -> line.title()),
            new ListColumn<>("effect", ColumnText.MEASURES_EFFECT, (line, _) -> line.effect()),
            new ListColumn<>("duty", ColumnText.MEASURES_DUTY, (line, _) -> line.duty()),
            new ListColumn<>("body", ColumnText.MEASURES_BODY, (line, _) -> line.body()),
            new ListColumn<>("ground", ColumnText.MEASURES_GROUND, (line, _) -> line.ground()),
            new ListColumn<>("lasting", ColumnText.MEASURES_LASTING, (line, _) -> line.lasting()),
            new ListColumn<>("matters", ColumnText.MEASURES_MATTERS, (line, _) -> String.join("；", line.matters())),
            new ListColumn<>("basis", ColumnText.MEASURES_BASIS, (line, _) -> line.basis()));

    private final ColumnSources sources;

    ColumnController(ColumnSources sources) {
        this.sources = sources;
    }

    @GetMapping(BansPage.PATH)
    Answer bans(HttpServletRequest request) {
        Policy policy = sources.policy();
        RecordType type = policy.recordType(BANS).orElse(null);
        CodeList kinds = type == null ? null : kinds(type, policy);
        if (type == null || kinds == null) {
            return ErrorPage.of(HttpStatus.NOT_FOUND);
        }
        ListPlan<BanLine> plan = BansList.plan(kinds);
        ListAsk ask = plan.ask(request);
        List<RecordVersion> records = shown();
        boolean cut = records.size() >= MOST;
        return plan.answer(
                ask, lines(type, records), !cut, words(request), (list, lines) -> new BansPage(list, lines, cut, MOST));
    }

    private static @Nullable CodeList kinds(RecordType type, Policy policy) {
        return type.field(Field.Role.KIND)
                .map(Field::codeList)
                .map(policy.codeLists()::get)
                .orElse(null);
    }

    /** What the public may see today: ended, repaired and withdrawn ones are not among them. */
    private List<RecordVersion> shown() {
        var filter = new PublicRecords.Filter(BANS, null, null, null, null);
        List<RecordVersion> records = new ArrayList<>();
        String after = null;
        do {
            PublicRecords.Page page = sources.records().list(filter, after, STEP, sources.today());
            records.addAll(page.records());
            after = page.next();
        } while (after != null && records.size() < MOST);
        return records;
    }

    private List<BanLine> lines(RecordType type, List<RecordVersion> records) {
        Organisations organisations = sources.organisations();
        Map<Long, OrganisationLabel> parties = organisations.labels(
                records.stream().map(RecordVersion::organisationId).distinct().toList());
        return records.stream()
                .map(version -> BanLine.of(type, version, parties.get(version.organisationId())))
                .toList();
    }

    @GetMapping(MeasuresPage.PATH)
    Answer measures(HttpServletRequest request) {
        Words words = words(request);
        ListAsk ask = ListAsk.of(
                request, MeasuresPage.PATH, "catalogue", Set.of("q", "effect"), Set.of("catalogue", "measure", "body"));
        List<MeasureView> found = inForce(words).stream()
                .filter(view -> view.speaksOf(ask.typed("q")))
                .filter(view -> ask.typed("effect").isEmpty()
                        || ask.typed("effect")
                                .equalsIgnoreCase(view.measure().effect().name()))
                .toList();
        List<MeasureView> ordered = ordered(ask, found);
        if (ask.export() != null) {
            return ListFile.of("measures", ColumnText.MEASURES_TITLE, ask.export(), COLUMNS, ordered, words);
        }
        ListAsk page = ask.within(ordered.size());
        return new MeasuresPage(new ListView(page, filters(), ordered.size()), page.cut(ordered));
    }

    private static List<MeasureView> ordered(ListAsk ask, List<MeasureView> found) {
        Comparator<MeasureView> order = switch (ask.sort()) {
            case "measure" -> Comparator.comparing(MeasureView::title);
            case "body" -> Comparator.comparing(MeasureView::body);
            default -> null;
        };
        if (order == null) {
            return ask.falling() ? found.reversed() : found;
        }
        return found.stream().sorted(ask.falling() ? order.reversed() : order).toList();
    }

    private static List<ListFilter> filters() {
        return List.of(
                new ListFilter("q", ColumnText.MEASURES_WORDS, List.of()),
                new ListFilter(
                        "effect",
                        ColumnText.MEASURES_EFFECT,
                        Stream.of(Measure.Effect.values())
                                .map(effect -> new Choice(
                                        effect.name().toLowerCase(Locale.ROOT),
                                        words -> words.say(ColumnText.of(effect))))
                                .toList()));
    }

    @GetMapping(MeasuresPage.PATH + "/{id}")
    Answer measure(@PathVariable String id, HttpServletRequest request) {
        return inForce(words(request)).stream()
                .filter(view -> view.measure().id().equals(id))
                .findFirst()
                .<Answer>map(MeasurePage::new)
                .orElseGet(() -> ErrorPage.of(HttpStatus.NOT_FOUND));
    }

    private List<MeasureView> inForce(Words words) {
        Policy policy = sources.policy();
        return policy.measures().stream()
                .filter(measure -> measure.rule().validity().covers(sources.today()))
                .map(measure -> MeasureView.of(measure, policy, words))
                .toList();
    }

    private static Words words(HttpServletRequest request) {
        return Words.in(Language.of(request));
    }
}
