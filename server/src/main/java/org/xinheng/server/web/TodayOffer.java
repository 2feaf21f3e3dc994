package org.xinheng.server.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.access.Actor;

/** What a module's queues hold for somebody who works on them (今日待办). */
@FunctionalInterface
public interface TodayOffer {

    /** Queues that the actor works on or watches, empty ones too; none for whom they do not concern. */
    List<Queue> queues(Actor actor);

    /**
     * @param path of the list that holds just what was counted, without language prefix
     * @param open things that wait
     * @param late those whose day has passed
     * @param due the first day on which one of them is due; null where none has a day
     */
    record Queue(
            Text label,
            String path,
            long open,
            long late,
            @Nullable LocalDate due) {

        /** One in which nothing has a day. */
        public static Queue of(Text label, String path, long open) {
            return new Queue(label, path, open, 0, null);
        }
    }
}
