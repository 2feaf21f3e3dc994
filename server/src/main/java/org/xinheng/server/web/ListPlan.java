package org.xinheng.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.web.ListFilter.Choice;
import org.xinheng.server.web.ListView.Extent;

/**
 * What a list of a room consists of (清单): its columns, by which of them it is put in order, what can be looked for, and under what
 * name it is taken home. For lists whose rows are put into words, and therefore looked through and ordered, in memory; who may see
 * which row is decided where the rows come from.
 *
 * @param path of the list, without language prefix
 * @param usual order that need not be written: id of a column, after a dash where it falls
 * @param file name of the file, without its ending: Latin letters
 */
public record ListPlan<R>(
        String path, String usual, String file, Text title, List<Column<R>> columns, List<Filter<R>> filters) {

    /** Most rows that are looked at; of a list that holds more nothing is given out as a file. */
    public static final int MOST = ListAsk.EXPORTED;

    /** Texts in which the dictionary sees no difference stand by their characters, so that an order can be turned round. */
    public static final Comparator<String> DICTIONARY = ((Comparator<String>)
                    Collator.getInstance(Locale.SIMPLIFIED_CHINESE)::compare)
            .thenComparing(Comparator.naturalOrder());

    private static final Words CHINESE = Words.in(Language.CHINESE);

    public ListPlan {
        columns = List.copyOf(columns);
        filters = List.copyOf(filters);
    }

    /** @param order by which the column leads the list; null where it cannot */
    public record Column<R>(ListColumn<R> cell, @Nullable Comparator<R> order) {

        public String id() {
            return cell.id();
        }

        /** Text in the order of the Chinese dictionary, whatever the language of the page. */
        public static <R> Column<R> text(String id, Text title, BiFunction<R, Words, @Nullable String> cell) {
            BiFunction<R, Words, String> shown = (row, words) -> plain(cell.apply(row, words));
            return new Column<>(
                    new ListColumn<>(id, title, shown),
                    Comparator.comparing(row -> shown.apply(row, CHINESE), DICTIONARY));
        }

        private static String plain(@Nullable String text) {
            return text == null ? "" : text;
        }

        /** A number that is counted, not one that names something. */
        public static <R> Column<R> number(String id, Text title, ToLongFunction<R> number) {
            return new Column<>(
                    new ListColumn<>(id, title, (row, _) -> Long.toString(number.applyAsLong(row))),
                    Comparator.comparingLong(number));
        }

        /** A day, one that is not known after all others. */
        public static <R> Column<R> day(String id, Text title, Function<R, @Nullable LocalDate> day) {
            return new Column<>(
                    new ListColumn<>(id, title, (row, _) -> {
                        LocalDate known = day.apply(row);
                        return known == null ? "" : known.toString();
                    }),
                    Comparator.comparing(row -> {
                        LocalDate known = day.apply(row);
                        return known == null ? LocalDate.MAX : known;
                    }));
        }

        /** What follows another order than its words do. */
        public static <R, C extends Comparable<C>> Column<R> by(
                String id, Text title, BiFunction<R, Words, String> cell, Function<R, C> key) {
            return new Column<>(new ListColumn<>(id, title, cell), Comparator.comparing(key));
        }
    }

    /**
     * @param shown what stands in the form above the list; null for what only the address says
     * @param values that it takes; empty for any text
     */
    public record Filter<R>(String id, @Nullable ListFilter shown, Set<String> values, BiPredicate<R, String> fits) {

        public Filter {
            values = Set.copyOf(values);
        }

        /** Words that stand in one of the texts, in whatever case. */
        public static <R> Filter<R> words(Function<R, List<String>> texts) {
            return new Filter<>(
                    "q",
                    new ListFilter("q", ListText.LIST_WORDS, List.of()),
                    Set.of(),
                    (row, typed) -> texts.apply(row).stream()
                            .anyMatch(text -> lower(text).contains(lower(typed))));
        }

        private static String lower(String text) {
            return text.toLowerCase(Locale.ROOT);
        }

        /** One of several values. */
        public static <R> Filter<R> one(String id, Text label, List<Choice> choices, Function<R, String> value) {
            return new Filter<>(
                    id,
                    new ListFilter(id, label, choices),
                    choices.stream().map(Choice::value).collect(Collectors.toSet()),
                    (row, typed) -> typed.equals(value.apply(row)));
        }

        /** Something that decides which rows are fetched at all, such as the tab of a queue. */
        public static <R> Filter<R> tab(String id, Class<? extends Enum<?>> values) {
            return tab(
                    id,
                    java.util.Arrays.stream(values.getEnumConstants())
                            .map(Enum::name)
                            .collect(Collectors.toSet()));
        }

        public static <R> Filter<R> tab(String id, Set<String> values) {
            return new Filter<>(id, null, values, (_, _) -> true);
        }
    }

    /** The list as it opens when nothing was asked for. */
    public ListAsk plain() {
        return ListAsk.plain(path, usual);
    }

    /** @throws ListRefused when the address asks for what the list does not have */
    public ListAsk ask(HttpServletRequest request) {
        ListAsk ask = ListAsk.of(
                request, path, usual, filters.stream().map(Filter::id).collect(Collectors.toSet()), leading());
        for (Filter<R> filter : filters) {
            String typed = ask.typed(filter.id());
            if (!typed.isEmpty()
                    && !filter.values().isEmpty()
                    && !filter.values().contains(typed)) {
                throw new ListRefused(ListText.LIST_REFUSED_FILTER);
            }
        }
        return ask;
    }

    /** Those that are looked for, in the order that was asked for; equal ones stand as they were found. */
    public List<R> chosen(ListAsk ask, List<R> found) {
        List<R> chosen = new ArrayList<>(found.stream()
                .filter(row -> filters.stream()
                        .allMatch(filter -> ask.typed(filter.id()).isEmpty()
                                || filter.fits().test(row, ask.typed(filter.id()))))
                .toList());
        columns.stream()
                .filter(column -> column.id().equals(ask.sort()))
                .map(Column::order)
                .findFirst()
                .ifPresent(order -> chosen.sort(ask.falling() ? order.reversed() : order));
        return chosen;
    }

    /**
     * The page of the list that was asked for, or all of it as a file.
     *
     * @param found all that the reader may see, at most {@link #MOST}
     * @param page made of what stands around the rows, and the rows of the page
     */
    public Answer answer(ListAsk ask, List<R> found, Words words, BiFunction<ListView, List<R>, PageView> page) {
        return answer(ask, found, found.size() < MOST, words, page);
    }

    /** The same. @param whole whether what was found is all that there is; only then it is given out as a file */
    public Answer answer(
            ListAsk ask, List<R> found, boolean whole, Words words, BiFunction<ListView, List<R>, PageView> page) {
        List<R> chosen = chosen(ask, found);
        if (ask.export() != null && whole) {
            return ListFile.of(
                    file,
                    title,
                    ask.export(),
                    columns.stream().map(Column::cell).toList(),
                    chosen,
                    words);
        }
        ListAsk shown = ask.within(chosen.size());
        List<ListFilter> form = new ArrayList<>();
        for (Filter<R> filter : filters) {
            if (filter.shown() != null) {
                form.add(filter.shown());
            }
        }
        return page.apply(
                new ListView(shown, form, chosen.size(), whole ? Extent.WHOLE : Extent.CUT), shown.cut(chosen));
    }

    /** The same as a table whose cells are those of the file, for lists that need no page of their own. */
    public Answer table(
            ListAsk ask, List<R> found, Words words, TablePage.Said said, Function<R, @Nullable String> link) {
        return answer(
                ask,
                found,
                words,
                (list, rows) -> TablePage.of(
                        said,
                        title,
                        new TablePage.Columns<>(
                                columns.stream().map(Column::cell).toList(), leading(), link),
                        list,
                        rows,
                        found.isEmpty(),
                        words));
    }

    /** Ids of the columns by which it can be put in order. */
    private Set<String> leading() {
        return columns.stream()
                .filter(column -> column.order() != null)
                .map(Column::id)
                .collect(Collectors.toSet());
    }
}
