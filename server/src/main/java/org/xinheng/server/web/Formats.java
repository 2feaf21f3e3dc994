package org.xinheng.server.web;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How days, times, numbers, amounts and codes are written for readers. Days and times are Beijing time. */
public final class Formats {

    public static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter EN_DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter FILE_MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BEIJING);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final Pattern TYPED_DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern EIGHT_DIGITS = Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})$");
    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
    private static final int GROUP = 4;

    private final Language language;

    public Formats(Language language) {
        this.language = language;
    }

    public String day(LocalDate day) {
        return language == Language.ENGLISH
                ? EN_DAY.format(day)
                : day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    public String time(Instant instant) {
        var local = instant.atZone(BEIJING);
        return day(local.toLocalDate()) + " " + TIME.format(local);
    }

    /** A time as it stands in files: 2026-02-28 09:05, Beijing time. */
    public static String minute(Instant instant) {
        return FILE_MINUTE.format(instant);
    }

    /** A period of years, months or days as the rules write it. */
    public String period(Period period) {
        List<String> parts = new ArrayList<>();
        add(parts, period.getYears(), " 年", "year");
        add(parts, period.getMonths(), " 个月", "month");
        add(parts, period.getDays(), " 日", "day");
        String none = language == Language.ENGLISH ? "at once" : "即时";
        return parts.isEmpty() ? none : String.join(language == Language.ENGLISH ? " " : "", parts);
    }

    private void add(List<String> parts, int count, String chinese, String english) {
        if (count != 0) {
            parts.add(language == Language.ENGLISH ? count + " " + english + (count == 1 ? "" : "s") : count + chinese);
        }
    }

    public String number(long number) {
        return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }

    /** @param wan amount in 万元 (10,000 yuan), as stored: both 万元 and yuan are shown, since the unit is often mistaken */
    public String amount(String wan) {
        BigDecimal amount = new BigDecimal(wan);
        DecimalFormat grouped = new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT));
        String yuan = grouped.format(amount.multiply(WAN));
        return language == Language.ENGLISH
                ? "CNY " + yuan + " (" + grouped.format(amount) + " × 10,000)"
                : grouped.format(amount) + " 万元（" + yuan + " 元）";
    }

    /**
     * A day as people type it: 2026-02-28, 2026/2/28, 20260228, in full or half width.
     *
     * @return empty when it is no day of the calendar, or not written in one of these ways
     */
    public static Optional<LocalDate> typedDay(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        Matcher day = TYPED_DAY.matcher(EIGHT_DIGITS.matcher(plain).replaceFirst("$1-$2-$3"));
        if (!day.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A code cut into groups for the eye; joined without blanks they are the code. */
    public static List<String> groups(String code) {
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < code.length(); i += GROUP) {
            groups.add(code.substring(i, Math.min(code.length(), i + GROUP)));
        }
        return groups;
    }
}
