/**
 * Publication of grades to readers that the pack names (评价结果推送): a numbered feed for each department, association and, under the
 * organisation's consent, bank, of grades that were given and that ended. Evaluates nothing itself, hears nobody before a bad grade (that
 * is the door of {@code release}), and holds nothing but grades.
 */
@NullMarked
package org.xinheng.server.evaluation.given;

import org.jspecify.annotations.NullMarked;
