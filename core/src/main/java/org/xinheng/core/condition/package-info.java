/**
 * Conditions of packs as class-file bytes that run without any reader of their language (已编译条件). Who writes the bytes is
 * {@code packs}; what they call is here.
 */
@NullMarked
package org.xinheng.core.condition;

import org.jspecify.annotations.NullMarked;
