/**
 * The rule book (规则公开): every rule of the pack in force with its source, its days and its words, for people and for programs.
 */
@NullMarked
package org.xinheng.server.publicity.rules;

import org.jspecify.annotations.NullMarked;
