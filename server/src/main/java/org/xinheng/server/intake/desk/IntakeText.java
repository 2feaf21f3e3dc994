package org.xinheng.server.intake.desk;

import org.xinheng.server.web.Text;

/** Words of the faces of the intake. */
public enum IntakeText implements Text {
    PROBLEM_TYPE,
    PROBLEM_TYPE_ADVICE,
    PROBLEM_SOURCE_UNKNOWN,
    PROBLEM_SOURCE_UNKNOWN_ADVICE,
    PROBLEM_SOURCE_MISSING,
    PROBLEM_SOURCE_MISSING_ADVICE,
    PROBLEM_SOURCE_OTHER,
    PROBLEM_SOURCE_OTHER_ADVICE,
    PROBLEM_DELIVERY,
    PROBLEM_DELIVERY_ADVICE,
    PROBLEM_KEY,
    PROBLEM_KEY_ADVICE,
    PROBLEM_FILE,
    PROBLEM_FILE_ADVICE,
    PROBLEM_BROKEN_OFF,
    PROBLEM_BROKEN_OFF_ADVICE,
    PROBLEM_DISK,
    PROBLEM_DISK_ADVICE;

    @Override
    public String bundle() {
        return "intake";
    }
}
