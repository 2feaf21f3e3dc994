/**
 * Lists of codes whose changes an asking body wants to be told of (订阅核查): that an answer may be another one now, never what it is. Answers
 * nothing itself: whoever is told asks again and gets a receipt.
 */
@NullMarked
package org.xinheng.server.measure.subscription;

import org.jspecify.annotations.NullMarked;
