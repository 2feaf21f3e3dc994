package org.xinheng.server.publicity.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.RecordType;
import org.xinheng.core.policy.Title;
import org.xinheng.server.web.Chart;
import org.xinheng.server.web.Chart.Point;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Shell;
import org.xinheng.server.web.Words;

/**
 * How much is shown, by kind and by place.
 *
 * @param chosen the kind whose places are shown
 * @param office whether the reader is inside: each figure is told, and opens to its rows
 */
public record FiguresPage(List<Kind> kinds, @Nullable RecordType chosen, List<Place> places, boolean office)
        implements PageView {

    public static final String PATH = "/figures";
    public static final String OFFICE_PATH = "/figures/office";

    /** Smallest total that everybody is told: fewer might point at somebody. */
    public static final long FEWEST = 10;

    public FiguresPage {
        kinds = List.copyOf(kinds);
        places = List.copyOf(places);
    }

    public record Kind(RecordType type, long count) {}

    /** @param code of the division; null for bodies of the place itself */
    public record Place(@Nullable String code, @Nullable Title name, long count) {}

    public String path() {
        return office ? OFFICE_PATH : PATH;
    }

    /** Whether the number itself is told. */
    public boolean told(long count) {
        return office || count >= FEWEST;
    }

    public String rows(Kind kind) {
        return "/lists/" + kind.type().id();
    }

    /** Empty where there is no list of it. */
    public String rows(Place place) {
        return chosen == null || place.code() == null ? "" : "/lists/" + chosen.id() + "?place=" + place.code();
    }

    public String name(Place place, Shell shell) {
        return place.name() == null ? shell.say(FiguresText.CITY) : shell.say(place.name());
    }

    public Chart kindChart(Shell shell) {
        List<Kind> drawn = kinds.stream().filter(kind -> told(kind.count())).toList();
        return Chart.lying(
                "kinds",
                shell.say(FiguresText.KINDS),
                drawn.stream().map(kind -> shell.say(kind.type().title())).toList(),
                List.of(new Chart.Series(
                        shell.say(FiguresText.COUNT),
                        drawn.stream()
                                .map(kind -> new Point(kind.count(), office ? shell.href(rows(kind)) : null))
                                .toList())));
    }

    public Chart placeChart(Shell shell) {
        return Chart.tiles(
                "places",
                shell.say(FiguresText.PLACES),
                places.stream()
                        .map(place -> new Chart.Tile(
                                name(place, shell),
                                told(place.count()) ? place.count() : null,
                                office && !rows(place).isEmpty() ? shell.href(rows(place)) : null))
                        .toList());
    }

    @Override
    public String template() {
        return "figures/figures";
    }

    @Override
    public String title(Words words) {
        return words.say(FiguresText.TITLE);
    }

    @Override
    public boolean charted() {
        return true;
    }

    @Override
    public boolean indexed() {
        return !office;
    }

    @Override
    public String section() {
        return path();
    }
}
