package org.xinheng.core.policy;

/**
 * Class of seriousness (失信程度: 轻微, 一般, 严重).
 *
 * @param gravity order among the classes; the greater, the graver
 */
public record SeverityClass(String id, Title title, int gravity) {}
