package org.xinheng.server.content;

import org.xinheng.server.web.Text;

/** Words of the library. */
public enum ContentText implements Text {
    NAV,
    NAV_WARNINGS,
    NAV_DESK,
    KIND_WARNING,
    KIND_MODEL,
    KIND_NEWS,
    KIND_POLICY,
    UNNAMED,
    LIBRARY_TITLE,
    LIBRARY_LEAD,
    WARNINGS_TITLE,
    WARNINGS_LEAD,
    LIBRARY_SEARCH,
    LIBRARY_SEARCH_HINT,
    LIBRARY_KIND,
    LIBRARY_ANY,
    LIBRARY_FIND,
    LIBRARY_CLEAR,
    LIBRARY_NONE,
    LIBRARY_NONE_HINT,
    LIBRARY_NEXT,
    LIBRARY_FIRST,
    ITEM_PUBLISHED,
    ITEM_ISSUER,
    ITEM_NUMBER,
    ITEM_DATE,
    ITEM_PICTURE,
    ITEM_NAMES,
    ITEM_BACK,
    GONE_TITLE,
    GONE_LEAD,
    HOME_LATEST,
    DESK_TITLE,
    DESK_LEAD,
    DESK_NEW,
    DESK_NONE,
    DESK_NONE_HINT,
    DESK_PIECE,
    DESK_STATE,
    DESK_WRITER,
    DESK_WRITTEN,
    STATE_DRAFT,
    STATE_PUBLISHED,
    STATE_REVISED,
    STATE_WITHDRAWN,
    FORM_KIND,
    FORM_TITLE,
    FORM_BODY,
    FORM_BODY_HINT,
    FORM_ISSUER,
    FORM_NUMBER,
    FORM_DATE,
    FORM_POLICY_ONLY,
    FORM_SAVE,
    FORM_SAVE_AGAIN,
    FORM_FREE,
    FORM_FREE_PLACE,
    FORM_AND,
    FORM_NO_RECORD,
    FORM_PERSON,
    FORM_DATE_MISSING,
    FORM_OWN_TEXT,
    FORM_OVERTAKEN,
    FORM_PICTURE,
    FORM_PICTURE_HINT,
    FORM_PICTURE_CAPTION,
    FORM_PICTURE_SEND,
    FORM_PICTURE_WRONG,
    PIECE_PREVIEW,
    PIECE_PUBLISH,
    PIECE_PUBLISH_LEAD,
    PIECE_PUBLISH_SEND,
    PIECE_OWN,
    PIECE_EDIT,
    PIECE_WITHDRAW,
    PIECE_REASON,
    PIECE_WITHDRAW_SEND,
    PIECE_WITHDRAWN,
    PIECE_PUBLIC;

    public static ContentText of(Item.State state) {
        return switch (state) {
            case DRAFT -> STATE_DRAFT;
            case PUBLISHED -> STATE_PUBLISHED;
            case REVISED -> STATE_REVISED;
            case WITHDRAWN -> STATE_WITHDRAWN;
        };
    }

    @Override
    public String bundle() {
        return "content";
    }
}
