package org.xinheng.server.readings;

import org.xinheng.server.access.Role;
import org.xinheng.server.web.Text;

/** Words of readings. */
public enum ReadingText implements Text {
    NAV_OWN,
    OWN_TITLE,
    OWN_LEAD,
    NONE,
    NONE_HINT,
    OLDER,
    DAY,
    BODY,
    POST,
    WHAT,
    PURPOSE,
    BODY_OTHER,
    POST_SOURCE,
    POST_OFFICE,
    POST_APPROVING,
    POST_AUDITOR,
    POST_ADMINISTRATOR,
    POST_AUTHORITY,
    POST_HEAD,
    POST_SUPERVISING,
    POST_CONSENTED,
    POST_WINDOW,
    POST_PROGRAM,
    POST_OTHER,
    WHAT_CHECK,
    WHAT_SUBSCRIPTION,
    WHAT_CONSENT,
    WHAT_CASE,
    WHAT_LISTING,
    WHAT_EVALUATION,
    WHAT_COMMITMENT,
    WHAT_DOCUMENT,
    WHAT_RECORD,
    WHAT_MEASURE,
    WHAT_INSPECTION,
    WHAT_CORRECTION,
    WHAT_VOLUNTARY,
    WHAT_BREACH,
    WHAT_WARNING,
    WHAT_OTHER,
    PURPOSE_OWN_WORK,
    PURPOSE_OVERSIGHT,
    PURPOSE_DUTY,
    SEAL_NO_BODY,
    SEAL_NO_BODY_ADVICE,
    SEAL_CODE,
    SEAL_DAY,
    SEAL_LONGEST,
    SEAL_NO_RULE,
    SEAL_NO_RULE_ADVICE;

    @Override
    public String bundle() {
        return "own-readings";
    }

    static ReadingText of(Role post) {
        return switch (post) {
            case SOURCE_CLERK -> POST_SOURCE;
            case CREDIT_OFFICE -> POST_OFFICE;
            case APPROVING_OFFICER -> POST_APPROVING;
            case AUDITOR -> POST_AUDITOR;
            case ADMINISTRATOR -> POST_ADMINISTRATOR;
            case AUTHORITY_OFFICER -> POST_AUTHORITY;
            case AUTHORITY_HEAD -> POST_HEAD;
            case SUPERVISING_OFFICER -> POST_SUPERVISING;
            case CONSENTED_READER -> POST_CONSENTED;
            case SERVICE_WINDOW -> POST_WINDOW;
            case ORGANISATION -> POST_OTHER;
        };
    }

    /** What was read, by the beginning of its name in the log. */
    static ReadingText what(String name) {
        if (name.startsWith("check.subscription")) {
            return WHAT_SUBSCRIPTION;
        }
        int end = name.indexOf('.');
        return switch (end < 0 ? name : name.substring(0, end)) {
            case "check" -> WHAT_CHECK;
            case "consent" -> WHAT_CONSENT;
            case "cases", "repair", "attachment" -> WHAT_CASE;
            case "listing" -> WHAT_LISTING;
            case "evaluation" -> WHAT_EVALUATION;
            case "commitment" -> WHAT_COMMITMENT;
            case "document" -> WHAT_DOCUMENT;
            case "record", "organisation", "window" -> WHAT_RECORD;
            case "measure", "measures" -> WHAT_MEASURE;
            case "inspection" -> WHAT_INSPECTION;
            case "correction" -> WHAT_CORRECTION;
            case "voluntary" -> WHAT_VOLUNTARY;
            case "breach" -> WHAT_BREACH;
            case "warning" -> WHAT_WARNING;
            default -> WHAT_OTHER;
        };
    }
}
