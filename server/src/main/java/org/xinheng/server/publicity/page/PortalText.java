package org.xinheng.server.publicity.page;

import org.xinheng.server.web.Text;

/** Words of the portal. */
public enum PortalText implements Text {
    HOME_TITLE,
    HOME_LEAD,
    SEARCH_LABEL,
    SEARCH_PLACEHOLDER,
    SEARCH_BUTTON,
    SEARCH_EXAMPLE,
    HOME_FIGURES,
    HOME_LATEST,
    HOME_ALL,
    HOME_NOTHING,
    HOME_WHAT_TITLE,
    HOME_WHAT;

    @Override
    public String bundle() {
        return "portal";
    }
}
