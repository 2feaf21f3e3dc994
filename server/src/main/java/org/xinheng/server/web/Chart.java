package org.xinheng.server.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A chart of Apache ECharts as its options. They stand on the page as a block of data, which no browser runs; tooltips are drawn, not written
 * as HTML.
 *
 * @param id within the page: lower-case letters and dashes
 * @param title says what is drawn; for those who do not see it too
 * @param rows by which the height goes: bars that lie below each other, or lines of tiles
 */
public record Chart(String id, String title, int rows, Map<String, Object> options) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Told apart by those who see few colours, too. */
    private static final List<String> COLOURS =
            List.of("#14506e", "#e0a100", "#5b8fa8", "#9b2c1d", "#7a9a5b", "#56636e");

    private static final int COLUMNS = 6;

    /** @param href address of the rows, with language prefix; null where it opens to none */
    public record Point(long value, @Nullable String href) {}

    public record Series(String name, List<Point> points) {
        public Series {
            points = List.copyOf(points);
        }
    }

    /** @param value null where it is not told */
    public record Tile(
            String name, @Nullable Long value, @Nullable String href) {}

    /** Bars that lie, one group for each category; the series of one group are put onto each other. */
    public static Chart lying(String id, String title, List<String> categories, List<Series> series) {
        Map<String, Object> axis = new LinkedHashMap<>();
        axis.put("type", "category");
        axis.put("inverse", true);
        axis.put("data", categories);
        axis.put("axisLabel", Map.of("width", 130, "overflow", "break"));
        return bars(id, title, categories.size(), Map.of("type", "value"), axis, series);
    }

    /** Bars that stand, one group for each category in their order. */
    public static Chart standing(String id, String title, List<String> categories, List<Series> series) {
        Map<String, Object> axis = new LinkedHashMap<>();
        axis.put("type", "category");
        axis.put("data", categories);
        return bars(id, title, 0, axis, Map.of("type", "value"), series);
    }

    private static Chart bars(
            String id, String title, int rows, Map<String, ?> x, Map<String, ?> y, List<Series> series) {
        List<Map<String, Object>> drawn = new ArrayList<>();
        for (Series one : series) {
            Map<String, Object> bars = new LinkedHashMap<>();
            bars.put("type", "bar");
            bars.put("stack", "all");
            bars.put("barMaxWidth", 34);
            bars.put("name", one.name());
            bars.put("data", one.points().stream().map(Chart::point).toList());
            drawn.add(bars);
        }
        Map<String, Object> options = plain();
        options.put(
                "tooltip",
                Map.of("trigger", "axis", "renderMode", "richText", "axisPointer", Map.of("type", "shadow")));
        options.put("legend", Map.of("show", series.size() > 1, "bottom", 0, "type", "scroll"));
        options.put(
                "grid",
                Map.of("left", 8, "right", 24, "top", 12, "bottom", series.size() > 1 ? 36 : 8, "containLabel", true));
        options.put("xAxis", x);
        options.put("yAxis", y);
        options.put("series", drawn);
        return new Chart(id, title, rows, options);
    }

    private static Map<String, Object> point(Point point) {
        Map<String, Object> drawn = new LinkedHashMap<>();
        drawn.put("value", point.value());
        if (point.href() != null) {
            drawn.put("href", point.href());
        }
        return drawn;
    }

    /** A tile for each place (瓦片格), in rows, the darker the more. */
    public static Chart tiles(String id, String title, List<Tile> tiles) {
        int columns = Math.clamp((int) Math.ceil(Math.sqrt(tiles.size())), 1, COLUMNS);
        int rows = (tiles.size() + columns - 1) / columns;
        long most = tiles.stream()
                .mapToLong(tile -> tile.value() == null ? 0 : tile.value())
                .max()
                .orElse(0);
        List<Map<String, Object>> drawn = new ArrayList<>();
        for (int i = 0; i < tiles.size(); i++) {
            Tile tile = tiles.get(i);
            long value = tile.value() == null ? 0 : tile.value();
            Map<String, Object> cell = new LinkedHashMap<>();
            cell.put("name", tile.name());
            cell.put("value", List.of(i % columns, i / columns, value));
            if (tile.href() != null) {
                cell.put("href", tile.href());
            }
            boolean dark = value * 2 > most;
            cell.put(
                    "label",
                    Map.of(
                            "show",
                            true,
                            "formatter",
                            tile.name() + (tile.value() == null ? "" : "\n" + tile.value()),
                            "color",
                            dark ? "#ffffff" : "#1d2730"));
            drawn.add(cell);
        }
        Map<String, Object> options = plain();
        options.put("tooltip", Map.of("show", false));
        options.put("grid", Map.of("left", 0, "right", 0, "top", 0, "bottom", 0));
        options.put("xAxis", hidden(columns, false));
        options.put("yAxis", hidden(rows, true));
        options.put(
                "visualMap",
                Map.of(
                        "show",
                        false,
                        "min",
                        0,
                        "max",
                        Math.max(1, most),
                        "dimension",
                        2,
                        "inRange",
                        Map.of("color", List.of("#e9f1f4", "#5b8fa8", "#14506e"))));
        options.put(
                "series",
                List.of(Map.of(
                        "type",
                        "heatmap",
                        "itemStyle",
                        Map.of("borderColor", "#fbfaf7", "borderWidth", 4),
                        "data",
                        drawn)));
        return new Chart(id, title, 2 * rows, options);
    }

    private static Map<String, Object> hidden(int count, boolean inverse) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(Integer.toString(i));
        }
        return Map.of("type", "category", "data", names, "show", false, "inverse", inverse);
    }

    private static Map<String, Object> plain() {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("color", COLOURS);
        options.put("animation", false);
        options.put(
                "textStyle",
                Map.of("fontFamily", "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"));
        return options;
    }

    /** For a block of data within a page: no text in it can end the block. */
    public String json() {
        return JSON.writeValueAsString(options)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }

    /** Class of its height in the style sheet: by how much there is in it. */
    public String height() {
        return rows <= 4 ? "chart-low" : rows <= 12 ? "chart-middle" : "chart-high";
    }
}
