package org.xinheng.server.organisation;

import java.util.Map;

/**
 * Classes of size (企业规模) as the register gives them. They stand apart from {@link Organisation}, so that nothing that decides about an
 * organisation comes by them: they only show whether a model of evaluation treats all sizes alike.
 */
public interface SizeClasses {

    /** By id of the organisation, values of the code list; who is not in it has a register that does not say. */
    Map<Long, String> all();
}
