package org.xinheng.server.web;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.xinheng.core.policy.Title;
import org.xinheng.server.access.Actor;

/**
 * What every template gets beside its page: words, formats, links in the reader's language, whose platform it is and who reads.
 *
 * @param path address of the page without language prefix
 * @param query query string with its question mark, or empty
 * @param csrf token for forms that change something; asked for only there, since asking opens a session
 */
public record Shell(
        Words words,
        Formats formats,
        Masthead masthead,
        Menu menu,
        Assets assets,
        String path,
        String query,
        @Nullable Actor actor,
        Supplier<@Nullable CsrfToken> csrf) {

    public String say(Text text, Object... facts) {
        return words.say(text, facts);
    }

    public String say(Title title) {
        return words.say(title);
    }

    /** Several words of the pack in a row. */
    public String list(List<Title> titles) {
        if (titles.size() == 1) {
            return say(titles.getFirst());
        }
        return titles.stream().map(this::say).collect(Collectors.joining(language() == Language.ENGLISH ? ", " : "、"));
    }

    /** Name of the platform without our own mark before it: the mark stands beside it. */
    public String platform() {
        String brand = say(ShellText.BRAND);
        String name = say(masthead.platform());
        return name.startsWith(brand) ? name.substring(brand.length()).replaceFirst("^[\\s·・-]+", "") : name;
    }

    public Language language() {
        return words.language();
    }

    /** @param address without language prefix */
    public String href(String address) {
        return language().address(address);
    }

    /** The same page in the other language. */
    public String otherLanguage() {
        return language().other().address(path) + query;
    }

    public List<NavigationEntry> entries(NavigationEntry.Place place) {
        return menu.at(place);
    }

    /** Entries of the header that everybody sees. */
    public List<NavigationEntry> open() {
        return menu.open();
    }

    /** Entries of the header for whoever signed in: they stand in a row of their own. */
    public List<NavigationEntry> rooms() {
        return menu.rooms();
    }

    /** Rooms that are seldom opened; one that stands in the row already is not among them. */
    public List<NavigationEntry> folded() {
        return menu.folded();
    }

    public String asset(String name) {
        return assets.address(name);
    }
}
