package org.xinheng.server.web;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.xinheng.server.access.Actor;

/** What of a module ends by itself within some days (到期预警). */
@FunctionalInterface
public interface EndingOffer {

    /** @param from first day and {@code until} last day on which an end counts, both included; of what the actor may see only */
    List<Ending> endings(Actor actor, LocalDate from, LocalDate until);

    /**
     * @param kind what it is that ends
     * @param what title of the thing
     * @param party name of the organisation
     * @param body name of the body that has to see to it
     * @param last last day on which it stands
     * @param path of the thing, without language prefix
     */
    record Ending(Function<Words, String> kind, String what, String party, String body, LocalDate last, String path) {}
}
