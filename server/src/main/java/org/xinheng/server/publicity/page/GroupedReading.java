package org.xinheng.server.publicity.page;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One question for many who ask for different things at the same time. While one reading is under way the keys of those who come
 * meanwhile are collected, and the next reading answers all of them: under load they share what a statement costs however little it
 * asks, and whoever comes alone is answered at once. Nobody gets what was read before he asked. A fault is everybody's who waited for
 * that reading.
 */
final class GroupedReading<K, V> {

    /** A reading for more would hold too many rows at once; the rest make the next group. */
    private static final int MOST = 64;

    private final Function<Set<K>, Map<K, V>> source;
    private final ReentrantLock door = new ReentrantLock();
    private final ReentrantLock reading = new ReentrantLock();
    private Group<K, V> open = new Group<>();

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
        door.lock();
        try {
            mine = open;
            first = mine.keys().isEmpty();
            mine.keys().add(key);
            if (mine.keys().size() == MOST) {
                open = new Group<>();
            }
        } finally {
            door.unlock();
        }
        if (first) {
            lead(mine);
        }
        return found(mine).get(key);
    }

    /** Whatever happens, the others get a result and the next ones a new group. */
    private void lead(Group<K, V> group) {
        reading.lock();
        try {
            close(group);
            group.found().complete(source.apply(group.keys()));
        } catch (RuntimeException | Error e) {
            group.found().completeExceptionally(e);
        } finally {
            reading.unlock();
        }
    }

    /** Whoever asks from now on gets the next reading. */
    private void close(Group<K, V> group) {
        door.lock();
        try {
            if (open == group) {
                open = new Group<>();
            }
        } finally {
            door.unlock();
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
