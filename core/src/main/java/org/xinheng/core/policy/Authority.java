package org.xinheng.core.policy;

import org.jspecify.annotations.Nullable;

/**
 * A public body (单位) that decides or delivers.
 *
 * @param code its unified social credit code
 * @param id short stable id used by clients and on the command line
 * @param division code of the division it serves (six digits)
 * @param validity days on which the body existed
 * @param successor code of the body that took its functions over (职能承继), with the basis in the rule
 */
public record Authority(
        String code,
        String id,
        Title name,
        String division,
        Validity validity,
        @Nullable String successor) {

    /**
     * Whether the body serves a division or one below it: 990101 lies in 990100, both lie in 990000, all in 000000.
     *
     * @param wider code of a division, six digits
     */
    public boolean isWithin(String wider) {
        String stem = wider.endsWith("0000") ? wider.substring(0, 2) : wider;
        stem = stem.endsWith("00") ? stem.substring(0, stem.length() - 2) : stem;
        return division.startsWith(stem);
    }
}
