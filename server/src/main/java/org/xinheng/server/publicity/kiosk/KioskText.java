package org.xinheng.server.publicity.kiosk;

import org.xinheng.server.web.Text;

/** Words of the terminal. */
public enum KioskText implements Text {
    TITLE,
    LEAD,
    BY_CODE,
    BY_CODE_HINT,
    LISTS,
    CODE_TITLE,
    CODE_LEAD,
    CODE_TYPED,
    CODE_NONE,
    CODE_BACK,
    CODE_CLEAR,
    CODE_FIND,
    CODE_WRONG,
    CODE_UNKNOWN,
    CODE_PERSON,
    RESULT_RECORDS,
    RESULT_NONE,
    RESULT_NEWEST,
    RESULT_UNTIL,
    RESULT_OPEN,
    RESULT_PHONE,
    END,
    END_HINT,
    LIST_COUNT;

    @Override
    public String bundle() {
        return "kiosk";
    }
}
