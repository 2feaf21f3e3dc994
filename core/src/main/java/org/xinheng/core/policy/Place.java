package org.xinheng.core.policy;

import java.util.List;

/**
 * Identity of the place (本地) that a pack serves.
 *
 * @param division code of the place, six digits
 * @param leadAuthority name of the lead authority (牵头单位): it differs from place to place
 * @param platform name of the platform as shown on the portal
 * @param counties divisions below
 * @param registrationSource id of the body whose register is the default source of organisations
 */
public record Place(
        Title name,
        String division,
        Title leadAuthority,
        Title platform,
        List<Division> counties,
        String registrationSource) {

    public Place {
        counties = List.copyOf(counties);
    }

    public record Division(String code, Title name) {}
}
