package org.xinheng.server.bulletin;

import org.xinheng.server.web.Text;

/** Words of the monthly reports. */
public enum BulletinText implements Text {
    QUEUE,
    TITLE,
    LEAD,
    NONE,
    NONE_HINT,
    DUE_TITLE,
    MONTH,
    SPEAKER,
    BODY,
    ON_TIME,
    WELL_FORMED,
    LEVEL,
    SHARE,
    LEFT_OUT,
    LEFT_OUT_PROVISIONAL,
    LEFT_OUT_FEW,
    LEFT_OUT_UNREGISTERED,
    NOBODY,
    SIGN,
    SIGN_HINT,
    ISSUED_TITLE,
    ISSUED_NONE,
    REPORT,
    DELIVERY,
    ACCEPTED,
    LOADING,
    NOT_ACCEPTED,
    CHANGED,
    NOT_DUE,
    REJECTED;

    @Override
    public String bundle() {
        return "bulletins";
    }
}
