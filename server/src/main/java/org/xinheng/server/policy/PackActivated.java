package org.xinheng.server.policy;

import java.time.LocalDate;

/**
 * An edition of a pack came into force: what was stored under the rules before may have to be judged anew.
 *
 * @param activation number of the activation
 * @param pack name of the pack
 * @param version of the edition, as {@link org.xinheng.core.policy.Policy#version()}
 * @param before version of the edition that it replaced
 * @param firstDay the day from whose beginning it holds (Asia/Shanghai)
 */
public record PackActivated(long activation, String pack, String version, String before, LocalDate firstDay) {}
