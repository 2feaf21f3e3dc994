package org.xinheng.server.web;

/** What is wrong with something typed, and what to do. */
public enum FormText implements Text {
    FORM_ERRORS,
    FORM_BLANK,
    FORM_SHORT,
    FORM_LONG,
    FORM_MANY,
    FORM_CHARACTER,
    FORM_PERSONAL,
    FORM_DAY,
    FORM_DAY_FUTURE,
    FORM_CHOICE,
    FORM_PERSON_NAMED,
    FORM_PERSON_REFUSED,
    FORM_FILE_CHOOSE,
    FORM_FILE_NONE;

    @Override
    public String bundle() {
        return "form";
    }
}
