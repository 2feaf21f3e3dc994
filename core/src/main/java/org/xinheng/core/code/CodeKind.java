package org.xinheng.core.code;

/** Which kind of code a text is, by its length once blanks and hyphens are gone. */
public enum CodeKind {
    /** Unified social credit code (统一社会信用代码), GB 32100-2015: 18 characters. */
    USCC("uscc"),
    /** Organisation code (组织机构代码), GB 11714: 9 characters. */
    ORGANISATION_CODE("organisation-code"),
    /** Business registration number (工商注册号), GS 15-2006: 15 digits. */
    REGISTRATION_15("registration-15"),
    /** Business registration number before GS 15-2006: 13 digits, without a check digit. */
    REGISTRATION_13("registration-13"),
    UNKNOWN("unknown");

    private final String word;

    CodeKind(String word) {
        this.word = word;
    }

    /** The word for machine-readable output; it never changes. */
    public String word() {
        return word;
    }
}
