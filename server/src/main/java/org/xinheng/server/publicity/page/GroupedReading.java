package org.xinheng.server.publicity.page;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One question for many who ask for different things at the same time. While one reading is under way the keys of those who come
 * meanwhile are collected, and the next reading, or one beside it when there are enough of them, answers all: under load they share what a statement costs however little it
 * asks, and whoever comes alone is answered at once. Nobody gets what was read before he asked. A fault is everybody's who waited for
 * that reading.
 */
final class GroupedReading<K, V> {

    /** A reading for more would hold too many rows at once; the rest make the next group. */
    private static final int MOST = 64;

    /** So many share what a statement costs well enough for a reading beside another one. */
    private static final int WORTH_A_LANE = 6;

    private static final int LANES = 2;

    private final Function<Set<K>, Map<K, V>> source;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private Group<K, V> open = new Group<>();
    private int underWay;

    /** Those who are answered by the same reading: the first of them reads. */
    private record Group<K, V>(Set<K> keys, CompletableFuture<Map<K, V>> found) {
        Group() {
            this(new LinkedHashSet<>(), new CompletableFuture<>());
        }
    }

    /** @param source tells what is so now, for one key or more; keys without an answer are absent */
    GroupedReading(Function<Set<K>, Map<K, V>> source) {
        this.source = source;
    }

    /**
     * @return null when there is no answer
     * @throws RuntimeException or error, what the source threw
     */
    @Nullable
    V read(K key) {
        Group<K, V> mine;
        boolean first;
        lock.lock();
        try {
            mine = open;
            first = mine.keys().isEmpty();
            mine.keys().add(key);
            if (mine.keys().size() == MOST) {
                open = new Group<>();
            }
            if (first) {
                begin(mine);
            } else if (mine.keys().size() == WORTH_A_LANE) {
                moved.signalAll();
            }
        } finally {
            lock.unlock();
        }
        if (first) {
            lead(mine);
        }
        return found(mine).get(key);
    }

    /** Waits for a lane; whoever asks from then on gets the next reading. */
    private void begin(Group<K, V> group) {
        while (underWay > 0 && (underWay == LANES || group.keys().size() < WORTH_A_LANE)) {
            moved.awaitUninterruptibly();
        }
        underWay++;
        if (open == group) {
            open = new Group<>();
        }
    }

    /** Whatever happens, the others get a result and the next ones a lane. */
    private void lead(Group<K, V> group) {
        try {
            group.found().complete(source.apply(group.keys()));
        } catch (RuntimeException | Error e) {
            group.found().completeExceptionally(e);
        } finally {
            lock.lock();
            try {
                underWay--;
                moved.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private static <K, V> Map<K, V> found(Group<K, V> group) {
        try {
            return group.found().join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException fault -> throw fault;
                case Error fault -> throw fault;
                case null, default -> throw e;
            }
        }
    }
}
