package org.xinheng.server.content;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the library, in one of its versions.
 *
 * @param id its number, which is its address too
 * @param version from 1
 * @param picture whether it has one
 * @param standing what was done with it last; null for one that was never published
 */
public record Item(
        long id,
        ContentKind kind,
        int version,
        Draft draft,
        boolean picture,
        String writer,
        Instant writtenAt,
        @Nullable Standing standing) {

    /** Where a piece stands. */
    public enum State {
        /** 草稿. */
        DRAFT,
        /** 已发布. */
        PUBLISHED,
        /** 已发布，有新稿待发布. */
        REVISED,
        /** 已撤下. */
        WITHDRAWN
    }

    /**
     * The last act.
     *
     * @param version that is or was public
     * @param reason of a withdrawal; blank otherwise
     * @param firstPublished instant of the first publication
     */
    public record Standing(
            boolean withdrawn, int version, String reason, String actor, Instant at, Instant firstPublished) {}

    public State state() {
        if (standing == null) {
            return State.DRAFT;
        }
        if (standing.withdrawn()) {
            return State.WITHDRAWN;
        }
        return standing.version() == version ? State.PUBLISHED : State.REVISED;
    }

    public String path() {
        return "/library/" + id;
    }
}
