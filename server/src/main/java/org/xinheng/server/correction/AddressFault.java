package org.xinheng.server.correction;

import org.xinheng.server.web.Text;

/** Why an address of a consumer is not taken. */
public enum AddressFault implements Text {
    /** Neither http nor https, or no host, or with a user or a fragment in it. */
    ADDRESS_FORM,
    ADDRESS_UNKNOWN_HOST,
    /** It leads into a private network, to this machine or to no machine at all. */
    ADDRESS_PRIVATE,
    PROBE_WITHOUT_ID;

    @Override
    public String bundle() {
        return "corrections";
    }
}
