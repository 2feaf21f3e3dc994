/**
 * The work on deliveries: reception, matching, loading, closing, by one worker in the order of arrival. Keeps nothing that the tables
 * and the staging folder do not hold.
 */
@NullMarked
package org.xinheng.server.intake.work;

import org.jspecify.annotations.NullMarked;
