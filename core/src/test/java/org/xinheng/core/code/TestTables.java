package org.xinheng.core.code;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The 37 prefixes of GB 32100 and the regions that the vectors need. */
final class TestTables {

    static final String PREFIXES =
            "11 12 13 19 21 29 31 32 33 34 35 39 41 49 51 52 53 59 61 62 69 71 72 79 81 89 91 92 93"
                    + " 99 A1 A9 N1 N2 N3 N9 Y1";
    static final String REGIONS = "110000 110108 310110 310115 371000 230184 320100 320281 360000 370400 350211 350100"
            + " 350203 511000 511011 411425 411400 650100 230382 220200 110101";

    private TestTables() {}

    static CodeReader reader() {
        return CodeReader.of(new CodeTables(named(PREFIXES), Set.of(REGIONS.split(" "))));
    }

    private static Map<String, String> named(String codes) {
        Map<String, String> named = new HashMap<>();
        for (String code : codes.split(" ")) {
            named.put(code, code);
        }
        return named;
    }
}
