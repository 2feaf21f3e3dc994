package org.xinheng.testkit.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.xinheng.core.policy.Place;
import org.xinheng.testkit.code.CodeMint;

/** Founds the organisations of the made-up city; the same seed founds the same ones. */
final class CityRegister {

    private static final String SYLLABLES = "衡澜芷昕沐垚棠岚朔霁珩翊蘅淙煦泓铖皓岑岱澍禾穗栩笙筠璟琰榆樾湛澄沛淼翎翡曦旻晟昀朗郁馥毓嵘峥屹崧";
    private static final List<String> GONE = List.of("歇业", "迁出", "吊销", "注销", "撤销");
    private static final List<String> SIZES = List.of("微型", "小型", "微型", "中型", "微型", "小型", "微型", "大型", "微型", "小型");
    private static final List<String> FORMS = List.of("有限公司", "有限责任公司", "股份有限公司", "科技有限公司");

    private final Random random;
    private final Place place;
    private final Set<String> taken = new HashSet<>();

    CityRegister(Random random, Place place) {
        this.random = random;
        this.place = place;
    }

    List<CityOrganisation> found(int count, LocalDate today) {
        List<CityOrganisation> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(one(i, today));
        }
        return all;
    }

    private CityOrganisation one(int serial, LocalDate today) {
        String prefix = prefix(serial);
        int trade = random.nextInt(Trades.ALL.size());
        String county =
                place.counties().get(random.nextInt(place.counties().size())).code();
        LocalDate registered = today.minusDays(400 + random.nextInt(7000));
        String capital = prefix.equals("91") ? (10 + random.nextInt(500)) * 10 + "万元" : "";
        return new CityOrganisation(
                CodeMint.uscc(prefix, county, 1000L + serial * 37L),
                name(prefix, Trades.ALL.get(trade).word()),
                prefix,
                county,
                registered,
                capital,
                state(serial),
                size(serial, prefix),
                trade);
    }

    /** Nearly all go on; a few show every other state. */
    private static String state(int serial) {
        return serial % 40 == 7 ? GONE.get(serial / 40 % GONE.size()) : "存续";
    }

    /** Of companies: nearly all small or micro, and of one in eleven the register does not say. */
    private static String size(int serial, String prefix) {
        int lot = serial % 11;
        return !prefix.equals("91") || lot == SIZES.size() ? "" : SIZES.get(lot);
    }

    private static String prefix(int serial) {
        int lot = serial % 20;
        if (lot < 14) {
            return "91";
        }
        return switch (lot) {
            case 14, 15, 16 -> "92";
            case 17 -> "93";
            case 18 -> serial % 40 == 18 ? "51" : "52";
            default -> serial % 60 == 19 ? "11" : "12";
        };
    }

    private String name(String prefix, String word) {
        String name;
        do {
            String own = syllable() + syllable() + (random.nextInt(4) == 0 ? syllable() : "");
            String city = place.name().zh();
            name = switch (prefix) {
                case "91" ->
                    random.nextInt(6) == 0
                            ? own + word + "（" + city + "）有限公司"
                            : city + own + word + FORMS.get(random.nextInt(FORMS.size()));
                case "92" -> city + own + word + "经营部";
                case "93" -> city + own + "种植养殖专业合作社";
                case "51" -> city + own + word + "行业协会";
                case "52" -> city + own + "职业培训学校";
                case "11" -> city + own + "街道办事处";
                default -> city + own + word + "技术推广中心";
            };
        } while (!taken.add(name));
        return name;
    }

    private String syllable() {
        int at = random.nextInt(SYLLABLES.length());
        return SYLLABLES.substring(at, at + 1);
    }
}
