package org.xinheng.server.measure.feedback;

import java.text.Normalizer;
import java.util.Locale;

/** Numbers of documents in one spelling: blanks, widths and kinds of brackets do not part what is the same. */
final class DecisionNumber {

    private DecisionNumber() {}

    static String key(String number) {
        return Normalizer.normalize(number, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]", "")
                .replaceAll("[〔\\[(【［（]", "〔")
                .replaceAll("[〕\\])】］）]", "〕")
                .toUpperCase(Locale.ROOT);
    }
}
