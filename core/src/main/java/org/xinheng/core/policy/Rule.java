package org.xinheng.core.policy;

/**
 * What every rule carries: an id that is never reused, its title, its days in force, its source, and where it stands.
 *
 * @param place file and line in the pack, for messages ("national/gate/windows.yaml:12")
 */
public record Rule(String id, Title title, Validity validity, Basis basis, Confidence confidence, String place) {}
