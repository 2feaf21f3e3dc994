/**
 * The judgement of a credit check: what the catalogue of measures attaches to one organisation in one matter on one day, and
 * whether the feeds that the matter rests on are fresh enough to say that there is nothing. Not a scorer: it counts nothing
 * and ranks nobody.
 */
@NullMarked
package org.xinheng.core.measure;

import org.jspecify.annotations.NullMarked;
