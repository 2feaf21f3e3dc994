package org.xinheng.server.publicity.window;

import org.xinheng.server.web.Text;

/** Words of the service window. */
public enum WindowText implements Text {
    NAV,
    TITLE,
    LEAD,
    CODE,
    CODE_HINT,
    GROUND,
    GROUND_LICENCE,
    GROUND_AUTHORISATION,
    DOCUMENT,
    DOCUMENT_HINT,
    ASK,
    FAULT_GROUND,
    FAULT_CODE,
    FAULT_UNKNOWN,
    FAULT_PERSON,
    SHEET_TITLE,
    SHEET_LEAD,
    SHEET_CODE,
    SHEET_NAME,
    SHEET_GROUND,
    SHEET_DOCUMENT,
    SHEET_TIME,
    SHEET_NONE,
    SHEET_NOTE,
    SHEET_PRINT,
    SHEET_NEXT,
    SHEET_REPAIR,
    SHEET_OBJECT;

    @Override
    public String bundle() {
        return "window";
    }
}
