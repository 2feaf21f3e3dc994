package org.xinheng.server.archive.impact;

import org.xinheng.server.web.Text;

/** Words of the comparison of packs. */
enum ImpactText implements Text {
    PROBLEM_PACK,
    PROBLEM_DAY,
    PROBLEM_DAY_ADVICE;

    @Override
    public String bundle() {
        return "impact";
    }
}
