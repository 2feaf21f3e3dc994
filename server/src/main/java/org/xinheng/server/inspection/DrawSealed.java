package org.xinheng.server.inspection;

import java.time.Instant;

/**
 * A pool was frozen and its commitment made known (抽查对象冻结并承诺): from now on only a later public value can say who is drawn.
 *
 * @param root SHA-256 of the frozen lines, in hexadecimal digits
 */
public record DrawSealed(long plan, String authority, String root, Instant at) {}
