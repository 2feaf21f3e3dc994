package org.xinheng.server.content.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xinheng.server.content.ContentText;
import org.xinheng.server.content.Draft;
import org.xinheng.server.content.Item;
import org.xinheng.server.content.Mentions;
import org.xinheng.server.content.Naming;
import org.xinheng.server.content.Naming.Known;
import org.xinheng.server.content.Naming.Piece;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Words;

/**
 * A piece with the names that may stand in it today.
 *
 * @param title in one line
 * @param paragraphs of the text
 * @param adverse whether it names somebody through an adverse record: then search engines do not keep it
 * @param picture whether its picture may be shown
 */
public record Shown(
        Item item,
        String title,
        List<List<Piece>> paragraphs,
        List<Piece> caption,
        boolean adverse,
        boolean picture,
        LocalDate day) {

    public Shown {
        paragraphs = List.copyOf(paragraphs);
        caption = List.copyOf(caption);
    }

    public static Shown of(Item item, Naming naming, Words words) {
        Set<String> addresses = Mentions.addresses(item.draft());
        Map<String, Known> known = naming.known(addresses);
        Draft draft = item.draft();
        return new Shown(
                item,
                Naming.line(draft.title(), known, words.say(ContentText.UNNAMED)),
                Arrays.stream(draft.body().split("\n+", -1))
                        .filter(paragraph -> !paragraph.isBlank())
                        .map(paragraph -> Naming.pieces(paragraph, known))
                        .toList(),
                Naming.pieces(draft.caption(), known),
                known.values().stream().anyMatch(Known::adverse),
                item.picture() && known.size() == addresses.size(),
                day(item));
    }

    /** Titles only, with one look at all the records that they speak of. */
    public static List<Line> lines(List<Item> items, Naming naming, Words words) {
        Set<String> addresses = new LinkedHashSet<>();
        items.forEach(item -> addresses.addAll(Mentions.addresses(titleOf(item))));
        Map<String, Known> known = naming.known(addresses);
        List<Line> lines = new ArrayList<>();
        for (Item item : items) {
            boolean adverse = Mentions.addresses(titleOf(item)).stream()
                    .anyMatch(address ->
                            known.containsKey(address) && known.get(address).adverse());
            lines.add(new Line(
                    item,
                    Naming.line(item.draft().title(), known, words.say(ContentText.UNNAMED)),
                    adverse,
                    day(item)));
        }
        return lines;
    }

    private static Draft titleOf(Item item) {
        return new Draft(item.draft().title(), "", "", "", "", null);
    }

    /** A piece in a list. */
    public record Line(Item item, String title, boolean adverse, LocalDate day) {}

    private static LocalDate day(Item item) {
        return LocalDate.ofInstant(
                item.standing() == null ? item.writtenAt() : item.standing().firstPublished(), Formats.BEIJING);
    }
}
