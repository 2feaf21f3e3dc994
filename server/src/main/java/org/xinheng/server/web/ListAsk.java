package org.xinheng.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A list as its address asks for it (列表参数): what is looked for, which column leads, which page, as a page or as a file. So a
 * list can be kept as a bookmark and sent to a colleague. A parameter that the list does not know is left alone; an order, page or
 * file that it does not have is refused.
 *
 * @param path of the list, without language prefix
 * @param usual order that need not be written: the id of a column, after a dash where it falls
 * @param typed what is looked for, by the name of the filter; blank ones are not in it
 * @param sort id of the column that leads
 * @param page from 1
 * @param export the file that is asked for; null for the page
 */
public record ListAsk(
        String path,
        String usual,
        Map<String, String> typed,
        String sort,
        boolean falling,
        int page,
        @Nullable ListFormat export) {

    /** Rows on a page. */
    public static final int SHOWN = 50;

    /** Most rows that go into a file; a longer list says that it must be narrowed first. */
    public static final int EXPORTED = 20_000;

    private static final int LONGEST = 100;
    private static final int LAST_PAGE = 1_000_000;

    public ListAsk {
        typed = Map.copyOf(typed);
    }

    /** The list as it opens when nothing was asked for. */
    public static ListAsk plain(String path, String usual) {
        return new ListAsk(path, usual, Map.of(), column(usual), falls(usual), 1, null);
    }

    /**
     * @param filters names of what can be looked for
     * @param columns ids of those that can lead
     * @throws ListRefused when the address asks for an order, page or file that the list does not have
     */
    public static ListAsk of(
            HttpServletRequest request, String path, String usual, Set<String> filters, Set<String> columns) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (String filter : filters) {
            String value = parameter(request, filter);
            if (!value.isEmpty()) {
                typed.put(filter, value);
            }
        }
        String asked = parameter(request, "sort");
        if (!asked.isEmpty() && !columns.contains(column(asked))) {
            throw new ListRefused(ListText.LIST_REFUSED_SORT);
        }
        String sort = asked.isEmpty() ? usual : asked;
        return new ListAsk(
                path,
                usual,
                typed,
                column(sort),
                falls(sort),
                page(parameter(request, "page")),
                format(parameter(request, "export")));
    }

    /** A list that only turns its pages, and is no file. */
    public static ListAsk pages(HttpServletRequest request, String path) {
        ListAsk ask = of(request, path, "", Set.of(), Set.of());
        if (ask.export() != null) {
            throw new ListRefused(ListText.LIST_REFUSED_FILE);
        }
        return ask;
    }

    private static @Nullable ListFormat format(String typed) {
        ListFormat format = ListFormat.of(typed);
        if (format == null && !typed.isEmpty()) {
            throw new ListRefused(ListText.LIST_REFUSED_FILE);
        }
        return format;
    }

    private static String parameter(HttpServletRequest request, String name) {
        String typed = request.getParameter(name);
        String plain = typed == null ? "" : ParameterText.withoutControls(typed).strip();
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    }

    private static int page(String typed) {
        if (typed.isEmpty()) {
            return 1;
        }
        long page = RowId.read(typed).orElse(0L);
        if (page < 1 || page > LAST_PAGE) {
            throw new ListRefused(ListText.LIST_REFUSED_PAGE);
        }
        return (int) page;
    }

    private static String column(String sort) {
        return falls(sort) ? sort.substring(1) : sort;
    }

    private static boolean falls(String sort) {
        return sort.startsWith("-");
    }

    /** What is looked for in a filter; empty for nothing. */
    public String typed(String filter) {
        return typed.getOrDefault(filter, "");
    }

    /** The same, with a value for a filter of which nothing was typed: the form shows it. */
    public ListAsk orElse(String filter, String value) {
        if (typed.containsKey(filter)) {
            return this;
        }
        Map<String, String> with = new LinkedHashMap<>(typed);
        with.put(filter, value);
        return new ListAsk(path, usual, with, sort, falling, page, export);
    }

    /** How many rows come before the page. */
    public long offset() {
        return (long) (page - 1) * SHOWN;
    }

    /** The same, on the last page where the one that was asked for lies behind it. */
    public ListAsk within(long total) {
        int last = (int) Math.clamp((total + SHOWN - 1) / SHOWN, 1, LAST_PAGE);
        return page <= last ? this : new ListAsk(path, usual, typed, sort, falling, last, export);
    }

    /** Those of all rows that stand on the page. */
    public <R> List<R> cut(List<R> rows) {
        int from = (int) Math.min(offset(), rows.size());
        return rows.subList(from, Math.min(from + SHOWN, rows.size()));
    }

    /** The order as an address writes it. */
    public String order() {
        return (falling ? "-" : "") + sort;
    }

    /** Address of another page of the same list. */
    public String page(int other) {
        return address(order(), other, null);
    }

    /** Address of the list led by a column; a column that leads already is turned round. */
    public String ledBy(String column) {
        return address(column.equals(sort) && !falling ? "-" + column : column, 1, null);
    }

    /** Address of the whole list as a file. */
    public String file(ListFormat format) {
        return address(order(), 1, format);
    }

    /** What the address of this page says behind its path, from the question mark on; empty where nothing was asked for. */
    public String query() {
        return query(order(), page, null);
    }

    private String address(String order, int number, @Nullable ListFormat format) {
        return path + query(order, number, format);
    }

    private String query(String order, int number, @Nullable ListFormat format) {
        Map<String, String> parameters = new TreeMap<>(typed);
        if (!order.equals(usual)) {
            parameters.put("sort", order);
        }
        if (number > 1) {
            parameters.put("page", Integer.toString(number));
        }
        if (format != null) {
            parameters.put("export", format.id());
        }
        String query = parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
