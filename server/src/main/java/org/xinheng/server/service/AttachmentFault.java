package org.xinheng.server.service;

import org.xinheng.server.web.Text;

/** Why a file is not taken; the sentence says what to do. */
public enum AttachmentFault implements Text {
    EMPTY,
    TOO_LARGE,
    /** Its content is none of the types that are taken, whatever it is called. */
    TYPE,
    /** A program, a script or a document with macros. */
    PROGRAM,
    /** It would unpack to more than it may: a bomb, or damaged. */
    UNPACKS,
    MALWARE,
    /** A scanner is connected and did not answer: nothing is taken unseen. */
    SCANNER_AWAY;

    @Override
    public String bundle() {
        return "attachments";
    }
}
