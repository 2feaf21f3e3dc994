package org.xinheng.server.web;

import java.util.List;

/**
 * The codes for a lost telephone, shown once.
 *
 * @param codes each good once
 */
public record RecoveryCodesPage(List<String> codes) implements PageView {

    public RecoveryCodesPage {
        codes = List.copyOf(codes);
    }

    @Override
    public String template() {
        return "web/recovery-codes";
    }

    @Override
    public String title(Words words) {
        return words.say(ShellText.RECOVERY_TITLE);
    }

    @Override
    public boolean indexed() {
        return false;
    }
}
