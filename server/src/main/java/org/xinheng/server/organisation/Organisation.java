package org.xinheng.server.organisation;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A subject of the platform, always an organisation.
 *
 * @param id never changes; merges redirect to it
 * @param code unified social credit code, or null for one known by an older number only
 * @param name current name
 * @param formerNames earlier names, newest first
 * @param kind category name from the code's prefix, as the national code list words it
 * @param jurisdiction division in charge today, apart from the region in the code; null when unknown
 * @param merged ids of the entries that were merged into it, rising
 * @param registered false for a stub: 外地主体，登记信息待核
 */
public record Organisation(
        long id,
        @Nullable String code,
        String name,
        List<String> formerNames,
        String kind,
        State state,
        @Nullable String jurisdiction,
        @Nullable LocalDate registeredOn,
        List<Long> merged,
        boolean registered) {

    public Organisation {
        formerNames = List.copyOf(formerNames);
        merged = List.copyOf(merged);
    }

    /** Ids of all entries that lead here, its own first. */
    public Set<Long> ids() {
        Set<Long> ids = new LinkedHashSet<>();
        ids.add(id);
        ids.addAll(merged);
        return ids;
    }

    /** 存续 · 吊销 · 注销 · 迁出 · 撤销 · 歇业; unknown for stubs. */
    public enum State {
        EXISTING,
        LICENCE_REVOKED,
        DEREGISTERED,
        MOVED_OUT,
        CANCELLED,
        SUSPENDED,
        UNKNOWN
    }
}
