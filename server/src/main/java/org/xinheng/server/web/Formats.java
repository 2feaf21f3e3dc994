package org.xinheng.server.web;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How days, times, numbers, amounts and codes are written for readers. Days and times are Beijing time. */
public final class Formats {

    public static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter ZH_DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.SIMPLIFIED_CHINESE);
    private static final DateTimeFormatter EN_DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
    private static final int GROUP = 4;

    private final Language language;

    public Formats(Language language) {
        this.language = language;
    }

    public String day(LocalDate day) {
        return (language == Language.ENGLISH ? EN_DAY : ZH_DAY).format(day);
    }

    public String time(Instant instant) {
        var local = instant.atZone(BEIJING);
        return day(local.toLocalDate()) + " " + TIME.format(local);
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

    /** A code cut into groups for the eye; joined without blanks they are the code. */
    public static List<String> groups(String code) {
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < code.length(); i += GROUP) {
            groups.add(code.substring(i, Math.min(code.length(), i + GROUP)));
        }
        return groups;
    }
}
