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
        @Nullable String successor) {}
