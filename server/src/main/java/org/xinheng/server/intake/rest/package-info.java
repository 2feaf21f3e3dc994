/** Deliveries and their receipts for programs. */
@NullMarked
package org.xinheng.server.intake.rest;

import org.jspecify.annotations.NullMarked;
