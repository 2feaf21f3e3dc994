package org.xinheng.server.publicity.lists;

import org.xinheng.server.web.Text;

/** Words of the public lists. */
public enum ListsText implements Text {
    NAV_ACTS,
    ACTS_TITLE,
    ACTS_LEAD,
    ACTS_FRONT,
    ACTS_OTHERS,
    ACTS_TYPE,
    ACTS_COUNT,
    ACTS_BASIS,
    SEVERE_TITLE,
    SEVERE_LEAD,
    HONOUR_TITLE,
    HONOUR_LEAD,
    SHELF_COUNT,
    SHELF_LISTS,
    SHELF_LIST,
    SHELF_WHO,
    SHELF_BASIS,
    SHELF_NEWEST,
    SHELF_NONE,
    SHELF_NONE_HINT,
    ENTRY_PARTY,
    ENTRY_WHAT,
    ENTRY_AUTHORITY,
    ENTRY_DECIDED,
    ENTRY_UNTIL,
    ENTRY_OPEN,
    WAY_ON,
    WAY_OFF,
    WAY_OFF_HONOUR,
    WAY_GROUNDS,
    WAY_STEPS,
    WAY_LONGEST,
    WAY_UNTIL_DONE,
    WAY_EARLY,
    WAY_CONDITIONS,
    WAY_PERIODS,
    WAY_WORKING_DAYS,
    WAY_CALENDAR_DAYS,
    WAY_END,
    WAY_RULE,
    WAY_REPAIR,
    WAY_OBJECT,
    LISTED_NEXT,
    LISTED_FIRST,
    LISTED_ALL;

    @Override
    public String bundle() {
        return "public-lists";
    }
}
