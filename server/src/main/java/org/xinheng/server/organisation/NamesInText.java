package org.xinheng.server.organisation;

import java.util.List;

/** Finds whole names of registered organisations, current and former, that stand in a text. */
public interface NamesInText {

    /** Shorter names cannot be told from words of the language. */
    int SHORTEST = 4;

    /**
     * @param at place of its first character in the text, from 0
     * @param length characters of the text that it takes, blanks between them among them
     * @param name as the register writes it
     */
    record FoundName(int at, int length, String name) {}

    /**
     * Brackets, widths, case and blanks are equal, as in a search. Of names that begin at one place the longest is told; the next
     * begins behind it.
     *
     * @param most names to tell at most
     * @throws org.springframework.dao.DataAccessException when the register cannot be read: the text is then not known to be free
     */
    List<FoundName> find(String text, int most);
}
