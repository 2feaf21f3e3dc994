/**
 * Reads and judges the codes that name organisations: the unified social credit code (统一社会信用代码), the organisation
 * code (组织机构代码) and the older registration numbers (注册号). It is no register: it never says whether an organisation
 * exists, and it never names a natural person.
 */
@NullMarked
package org.xinheng.core.code;

import org.jspecify.annotations.NullMarked;
