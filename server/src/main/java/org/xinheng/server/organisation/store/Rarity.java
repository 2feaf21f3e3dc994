package org.xinheng.server.organisation.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How rare names are that contain some words, and the grams that lead to them.
 *
 * <p>A name typed in full has some fifteen grams, most of them shared by half the register, and the index would read a long list for
 * each of them. The grams of one word say much the same, so the rarest of each word, and one more where there is but one word, find
 * the same names.
 *
 * @param share estimated share of all names that contain the words, 0 to 1, taking the words as independent; 0 when a gram is too rare
 *     for the statistics, 1 when there are none yet: a handful is then tried in any case
 * @param grams the grams to follow in the index
 */
record Rarity(double share, Set<String> grams) {

    private static final int MOST_GRAMS = 3;

    static Rarity of(List<String> words, Map<String, Float> shares) {
        Comparator<String> rarestFirst = Comparator.comparing(gram -> shares.getOrDefault(gram, 0F));
        double share = 1;
        var rarest = new ArrayList<String>();
        var others = new ArrayList<String>();
        for (String word : words) {
            var grams = NameKeys.gramsNeeded(word).stream().sorted(rarestFirst).toList();
            share *= shares.getOrDefault(grams.getFirst(), 0F);
            rarest.add(grams.getFirst());
            others.addAll(grams.subList(1, grams.size()));
        }
        rarest.sort(rarestFirst);
        others.sort(rarestFirst);
        var followed = new LinkedHashSet<>(rarest.subList(0, Math.min(MOST_GRAMS, rarest.size())));
        if (followed.size() == 1) {
            others.stream().limit(1).forEach(followed::add);
        }
        return new Rarity(shares.isEmpty() ? 1 : share, followed);
    }

    /** Whether so many hits can be expected, twice over, among so many names of a register. */
    boolean isLikelyAmong(int names, int hits) {
        return share * names >= 2.0 * hits;
    }
}
