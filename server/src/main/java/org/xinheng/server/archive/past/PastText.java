package org.xinheng.server.archive.past;

import org.xinheng.server.web.Text;

/** Words of questions about the past. */
enum PastText implements Text {
    KNOWN_AT_WRONG,
    PROBLEM_RECORD,
    PROBLEM_RECORD_ADVICE,
    PROBLEM_ORGANISATION,
    PROBLEM_ORGANISATION_ADVICE;

    @Override
    public String bundle() {
        return "past";
    }
}
