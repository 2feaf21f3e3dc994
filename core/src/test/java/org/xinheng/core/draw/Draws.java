package org.xinheng.core.draw;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.xinheng.core.draw.Freezing.Entry;
import org.xinheng.core.draw.FrozenDraw.Head;

/** Pools of made-up organisations and inspectors, and what is drawn of them. */
final class Draws {

    static final Instant SEALED = Instant.parse("2026-08-03T01:00:00Z");
    static final Instant PUBLISHED = Instant.parse("2026-08-04T13:15:00Z");
    private static final List<String> QUALIFICATIONS = List.of("食品", "消防", "特种设备");
    static final long SEED = Long.getLong("seed", 20260803);

    private Draws() {}

    static Freezing.Frozen pool(Random random, int size) {
        List<Inspector> inspectors = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            inspectors.add(new Inspector("ZF%03d".formatted(i), some(random, QUALIFICATIONS, 0.6), random.nextInt(4)));
        }
        for (String one : QUALIFICATIONS) {
            inspectors.add(new Inspector("全能甲" + one, QUALIFICATIONS, random.nextInt(4)));
            inspectors.add(new Inspector("全能乙" + one, QUALIFICATIONS, random.nextInt(4)));
        }
        List<String> staff =
                inspectors.stream().map(Inspector::staffNumber).limit(14).toList();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            entries.add(new Entry(
                    "91990100MA%08d".formatted(i),
                    List.of("A", "B", "C", "D").get(random.nextInt(4)),
                    some(random, QUALIFICATIONS, 0.3),
                    some(random, staff, 0.15),
                    random.nextInt(4),
                    random.nextInt(12) == 0 ? "注销" : ""));
        }
        Freezing freezing = new Freezing(new Head("2026年第三季度双随机抽查", "福利彩票双色球2026088期", 2), 3, random);
        Freezing.Quota quota = (group, count) -> Math.ceilDiv(count * (group.equals("D") ? 30 : 10), 100);
        if (freezing.freeze(entries, inspectors, quota) instanceof Freezing.Outcome.Done done) {
            return done.frozen();
        }
        throw new AssertionError("does not freeze");
    }

    private static List<String> some(Random random, List<String> all, double share) {
        return all.stream().filter(_ -> random.nextDouble() < share).toList();
    }

    static Draw draw(Freezing.Frozen pool, String entropy) {
        if (pool.frozen().seal(SEALED).open(entropy, PUBLISHED) instanceof SealedDraw.Outcome.Drawn drawn) {
            return drawn.draw();
        }
        throw new AssertionError("does not open");
    }
}
