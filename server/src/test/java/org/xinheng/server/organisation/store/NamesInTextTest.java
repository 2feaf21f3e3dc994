package org.xinheng.server.organisation.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinheng.core.record.OrganisationName;
import org.xinheng.server.intake.RecordsServer;
import org.xinheng.server.organisation.NamesInText;
import org.xinheng.server.organisation.NamesInText.FoundName;

/** Names in a text, against a plain search for each of them. */
class NamesInTextTest extends RecordsServer {

    private static final String SYLLABLES = "澜衡沐棠昕";

    @Autowired
    private NamesInText names;

    @Test
    void findsEveryRegisteredNameWhereverItStands() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        int count = 60;
        List<String> registered = new ArrayList<>();
        var file = penalties(base, count);
        for (int i = 0; i < count; i++) {
            // Names that begin like one another, down to one character of difference.
            String name = "蓼" + (base % 997) + some(random, 2 + random.nextInt(6));
            registered.add(name);
            file.set(i, "CF_XDR_MC", name);
        }
        deliver(file);
        for (int round = 0; round < 30; round++) {
            StringBuilder text = new StringBuilder();
            while (text.length() < 1500) {
                text.append(
                        random.nextInt(3) == 0
                                ? registered.get(random.nextInt(count))
                                : some(random, 1 + random.nextInt(5)));
                if (random.nextInt(6) == 0) {
                    text.append(random.nextBoolean() ? "\n" : " ");
                }
            }
            assertThat(names.find(text.toString(), 10_000))
                    .as("seed " + seed)
                    .filteredOn(found -> found.name().startsWith("蓼" + (base % 997)))
                    .containsExactlyElementsOf(plainly(text.toString(), registered));
        }
    }

    private static String some(Random random, int length) {
        StringBuilder some = new StringBuilder();
        for (int i = 0; i < length; i++) {
            some.append(SYLLABLES.charAt(random.nextInt(SYLLABLES.length())));
        }
        return some.toString();
    }

    /** At each place the longest name, then on behind it. */
    private static List<FoundName> plainly(String text, List<String> registered) {
        List<Integer> places = new ArrayList<>();
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            String one = OrganisationName.key(text.substring(i, i + 1));
            if (!one.isEmpty()) {
                places.add(i);
                key.append(one);
            }
        }
        List<FoundName> found = new ArrayList<>();
        for (int at = 0; at < key.length(); at++) {
            String longest = "";
            for (String name : registered) {
                if (name.length() > longest.length()
                        && name.length() >= NamesInText.SHORTEST
                        && key.indexOf(name, at) == at) {
                    longest = name;
                }
            }
            if (!longest.isEmpty()) {
                int last = at + longest.length() - 1;
                found.add(new FoundName(places.get(at), places.get(last) + 1 - places.get(at), longest));
                at = last;
            }
        }
        return found;
    }
}
