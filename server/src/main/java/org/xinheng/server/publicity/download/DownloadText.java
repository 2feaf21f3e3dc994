package org.xinheng.server.publicity.download;

import org.xinheng.server.web.Text;

/** Words of the downloads. */
public enum DownloadText implements Text {
    NAV,
    TITLE,
    TYPE_TITLE,
    LEAD,
    DAY,
    TERMS_TITLE,
    TERMS_USE,
    TERMS_SOURCE,
    TERMS_FRESH,
    TERMS_NOT,
    TERMS_API,
    TERMS_API_LINK,
    TERMS_CORRECTIONS,
    TERMS_CORRECTIONS_LINK,
    TYPES,
    TYPE,
    COUNT,
    FORMAT_CSV,
    FORMAT_XLSX,
    FORMAT_JSONL,
    ADVERSE,
    FIELDS,
    FIELD_TITLE,
    FIELD_NAME,
    FIELD_MEANING,
    BACK,
    COLUMN_RECORD,
    COLUMN_RECORD_HINT,
    COLUMN_ORGANISATION,
    COLUMN_ORGANISATION_HINT,
    COLUMN_CODE,
    COLUMN_CODE_HINT,
    COLUMN_AUTHORITY,
    COLUMN_AUTHORITY_HINT,
    COLUMN_SOURCE,
    COLUMN_SOURCE_HINT,
    COLUMN_DECIDED,
    COLUMN_FROM,
    COLUMN_DAY_HINT,
    COLUMN_UNTIL,
    COLUMN_UNTIL_HINT,
    COLUMN_MARKS,
    COLUMN_MARKS_HINT;

    @Override
    public String bundle() {
        return "download";
    }
}
