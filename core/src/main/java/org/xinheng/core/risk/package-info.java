/**
 * Risk classes (信用风险分类) computed from records. A class predicts, is internal and never published; nothing follows from it but how likely
 * and how often an organisation is visited.
 */
@NullMarked
package org.xinheng.core.risk;

import org.jspecify.annotations.NullMarked;
