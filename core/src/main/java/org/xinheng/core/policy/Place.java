package org.xinheng.core.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Identity of the place (本地) that a pack serves.
 *
 * @param division code of the place, six digits
 * @param leadAuthority name of the lead authority (牵头单位): it differs from place to place
 * @param platform name of the platform as shown on the portal
 * @param counties divisions below
 * @param registrationSource id of the body whose register is the default source of organisations
 * @param front ids of the record types that the portal shows first, in this order; all others stand in its directory
 * @param network how the place stands among others
 * @param secondPerson whether an edition of the pack is switched on by two: who proposes it and who approves it (双人复核)
 * @param rooms how the rooms of clerks open
 */
public record Place(
        Title name,
        String division,
        Title leadAuthority,
        Title platform,
        List<Division> counties,
        String registrationSource,
        List<String> front,
        Network network,
        boolean secondPerson,
        Rooms rooms) {

    public Place {
        counties = List.copyOf(counties);
        front = List.copyOf(front);
    }

    /** A place that stands by itself. */
    public Place(
            Title name,
            String division,
            Title leadAuthority,
            Title platform,
            List<Division> counties,
            String registrationSource) {
        this(
                name,
                division,
                leadAuthority,
                platform,
                counties,
                registrationSource,
                List.of(),
                Network.NONE,
                true,
                new Rooms(1));
    }

    /** @param endingDays how many days ahead the ledger of what ends looks where nothing else is asked (到期预警), 1 to 90 */
    public record Rooms(int endingDays) {}

    public record Division(String code, Title name) {}

    /**
     * @param departments bodies of the place that take part (责任单位), for forms and scorecards
     * @param superior the node to which records are delivered upward; null where there is none
     * @param portal the node on whose portal the place publishes; null where it has its own
     */
    public record Network(
            List<Department> departments,
            @Nullable Division superior,
            @Nullable Portal portal) {
        public static final Network NONE = new Network(List.of(), null, null);

        public Network {
            departments = List.copyOf(departments);
        }
    }

    public record Department(String id, Title name) {}

    /** @param title name of the portal as the public knows it */
    public record Portal(String division, Title title) {}
}
