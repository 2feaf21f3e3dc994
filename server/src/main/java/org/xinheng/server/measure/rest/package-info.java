/** Credit checks for programs. */
@NullMarked
package org.xinheng.server.measure.rest;

import org.jspecify.annotations.NullMarked;
