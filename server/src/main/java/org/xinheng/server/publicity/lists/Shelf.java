package org.xinheng.server.publicity.lists;

import java.util.List;
import org.xinheng.core.policy.ListRule;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.publicity.reading.RecordReader;
import org.xinheng.server.web.Words;

/** A column of the portal made of lists of one nature. There is none of blame beside one of praise (红黑榜): each stands alone. */
enum Shelf {
    /** 严重失信主体名单公示. */
    SEVERE("/severe-lists", ListRule.Nature.SEVERE, ListsText.SEVERE_TITLE, ListsText.SEVERE_LEAD),
    /** 守信典型. */
    HONOUR("/honours", ListRule.Nature.HONOUR, ListsText.HONOUR_TITLE, ListsText.HONOUR_LEAD);

    private final String path;
    private final ListRule.Nature nature;
    private final ListsText title;
    private final ListsText lead;

    Shelf(String path, ListRule.Nature nature, ListsText title, ListsText lead) {
        this.path = path;
        this.nature = nature;
        this.title = title;
        this.lead = lead;
    }

    String path() {
        return path;
    }

    String title(Words words) {
        return words.say(title);
    }

    ListsText lead() {
        return lead;
    }

    /** Whether search engines may keep its pages. */
    boolean indexed() {
        return this == HONOUR;
    }

    /** Lists of the pack whose entries come with public records. */
    List<ListRule> lists(Policy policy) {
        List<String> open =
                RecordReader.publicTypes(policy).stream().map(RecordType::id).toList();
        return policy.instruments().lists().values().stream()
                .filter(list -> list.nature() == nature)
                .filter(list -> open.contains(list.scope().recordType()))
                .toList();
    }

    /** The list's part of addresses: its id without the kind of rule before it. */
    static String slug(ListRule list) {
        return list.id().substring(list.id().indexOf('.') + 1);
    }

    /** Record types in which its entries stand, each once. */
    List<RecordType> types(Policy policy) {
        return lists(policy).stream()
                .flatMap(list -> policy.recordType(String.valueOf(list.scope().recordType())).stream())
                .distinct()
                .toList();
    }
}
