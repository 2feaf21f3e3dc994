package org.xinheng.server.casework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.xinheng.core.policy.NumberPattern;
import org.xinheng.server.casework.CaseFile.Opening;
import org.xinheng.server.casework.CaseFile.Taken;
import org.xinheng.server.casework.store.CaseStore;

/** Cases in memory, under one lock; a fault undoes what was done since the work began. */
final class InMemoryCases implements CaseStore {

    private final TreeMap<Long, CaseFile> files = new TreeMap<>();
    private final Map<String, Long> series = new HashMap<>();
    private long last;

    @Override
    public synchronized <T> T together(String about, Supplier<T> work) {
        Map<Long, CaseFile> before = new TreeMap<>(files);
        try {
            return work.get();
        } catch (RuntimeException e) {
            files.clear();
            files.putAll(before);
            throw e;
        }
    }

    @Override
    public synchronized CaseFile open(Opening opening, NumberPattern numbers, Taken first) {
        int year = first.step().day().getYear();
        String number = numbers.of(year, series.merge(opening.kind() + year, 1L, Long::sum));
        var file = new CaseFile(++last, number, opening, List.of(first));
        files.put(last, file);
        return file;
    }

    @Override
    public synchronized boolean add(long id, Taken taken) {
        CaseFile file = Objects.requireNonNull(files.get(id));
        if (file.steps().size() >= taken.step().number()) {
            return false;
        }
        if (file.steps().size() + 1 < taken.step().number()) {
            throw new IllegalStateException("a step is skipped");
        }
        List<Taken> steps = new ArrayList<>(file.steps());
        steps.add(taken);
        files.put(id, file.with(steps));
        return true;
    }

    @Override
    public synchronized Optional<CaseFile> find(long id) {
        return Optional.ofNullable(files.get(id));
    }

    @Override
    public synchronized Optional<CaseFile> findByOutsideNumber(String number) {
        return files.values().stream()
                .filter(file -> number.equals(file.opening().outsideNumber()))
                .findFirst();
    }

    @Override
    public synchronized List<CaseFile> ofRecord(String record) {
        return files.values().stream()
                .filter(file -> record.equals(file.opening().record()))
                .toList();
    }

    @Override
    public synchronized List<CaseFile> list(Scope scope, boolean openOnly, long after, int limit) {
        return files.tailMap(after, false).values().stream()
                .filter(file -> scope.covers(file))
                .filter(file -> !openOnly || !file.closed())
                .limit(limit)
                .toList();
    }
}
