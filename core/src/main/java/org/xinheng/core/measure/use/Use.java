package org.xinheng.core.measure.use;

/**
 * A statement that a measure is applied (措施实施申明).
 *
 * @param measure id in the catalogue
 * @param matter id of the matter (事项) in which it is applied
 * @param body code or id of the body that applies it (执行单位); blank when whoever states it belongs to none
 * @param document number of the decision that applies it; blank for none
 */
public record Use(String measure, String matter, Party party, String body, String document, Support ground) {}
