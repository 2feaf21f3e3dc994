package org.xinheng.server.administration.grant;

import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/** A password or secret, shown this once. @param name of the account or client */
public record SecretPage(Kind kind, String name, String secret) implements PageView {

    @Override
    public String template() {
        return "administration/secret";
    }

    @Override
    public String title(Words words) {
        return words.say(GrantText.SECRET_TITLE);
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public String section() {
        return kind.path();
    }
}
