package org.xinheng.server.casework;

/**
 * A step was taken in a case. Carries numbers and ids only.
 *
 * @param step number of the step
 * @param action id of its action
 */
public record CaseDecided(long caseId, int step, String kind, String action) {}
