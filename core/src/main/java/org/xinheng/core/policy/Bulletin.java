package org.xinheng.core.policy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A monthly report (双公示质量通报) that the platform draws up from its own figures: each body is told how timely and how well formed it
 * reported in the month that ended. It becomes a record about the body, which can object to it as to any other.
 *
 * @param speaker id of the body in whose name it is delivered; it is not told of itself
 * @param due when it may be signed
 * @param levels best first; the last one is for everybody who reaches none before it
 */
public record Bulletin(Rule rule, String speaker, Due due, Counting counting, List<Level> levels, Form form) {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z-]+)}");

    public Bulletin {
        levels = List.copyOf(levels);
    }

    /**
     * @param dayOfMonth from this day on, the month before is told of
     * @param months so far back a month that was not told of may still be: of what is older nobody is told any more
     */
    public record Due(int dayOfMonth, int months) {

        /** Months that may be told of on a day, newest first. */
        public List<YearMonth> on(LocalDate today) {
            YearMonth now = YearMonth.from(today);
            return IntStream.rangeClosed(1, months)
                    .mapToObj(now::minusMonths)
                    .filter(month -> !today.isBefore(month.plusMonths(1).atDay(dayOfMonth)))
                    .toList();
        }
    }

    /** Months that may be told of on a day, newest first: only those through which the rule held. */
    public List<YearMonth> dueOn(LocalDate today) {
        return due.on(today).stream()
                .filter(month -> rule.validity().covers(month.atDay(1))
                        && rule.validity().covers(month.atEndOfMonth()))
                .toList();
    }

    /**
     * @param recordTypes whose rows are counted
     * @param leastRows of fewer rows nothing is said: a share of a handful is chance
     */
    public record Counting(List<String> recordTypes, int leastRows) {
        public Counting {
            recordTypes = List.copyOf(recordTypes);
        }
    }

    /**
     * @param kind value of the record's field with role KIND
     * @param onTime percent of the rows that came in time, at least
     * @param wellFormed percent of the rows that could be used, at least
     */
    public record Level(String kind, int onTime, int wellFormed) {}

    /**
     * What the record holds beside names, codes and days.
     *
     * @param onTime field of the percent that came in time
     * @param wellFormed field of the percent that could be used
     * @param number of the document, with places for year, month and count
     * @param period the month in words
     * @param content with places for the figures
     */
    public record Form(
            String recordType, String onTime, String wellFormed, String number, String period, String content) {}

    /** A place in a text of the form. */
    public enum Place {
        BODY,
        YEAR,
        MONTH,
        /** Of the body within the month, from 1. */
        COUNT,
        RATED,
        ON_TIME,
        ON_TIME_PERCENT,
        JUDGED,
        USABLE,
        USABLE_PERCENT,
        KIND;

        /** As it is written in a pack, without braces. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A part of a whole, such as rows in time. */
    public record Share(long part, long whole) {

        public boolean reaches(int percent) {
            return part * 100 >= percent * whole;
        }

        /** Whole percent, what is beyond left out: it reaches what the share reaches. */
        public long percent() {
            return part * 100 / whole;
        }
    }

    /** The best level that both shares reach; empty where too few rows were counted. */
    public Optional<Level> level(Share onTime, Share wellFormed) {
        if (onTime.whole() < counting.leastRows() || wellFormed.whole() == 0) {
            return Optional.empty();
        }
        return levels.stream()
                .filter(level -> onTime.reaches(level.onTime()) && wellFormed.reaches(level.wellFormed()))
                .findFirst();
    }

    /** Words in braces of a text, whatever they are. */
    public static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A text with its places filled. */
    public static String filled(String text, Map<Place, String> values) {
        Map<String, String> byWord = values.entrySet().stream()
                .collect(Collectors.toMap(one -> one.getKey().word(), Map.Entry::getValue));
        return PLACE.matcher(text)
                .replaceAll((MatchResult found) ->
                        Matcher.quoteReplacement(byWord.getOrDefault(found.group(1), found.group())));
    }
}
