package org.xinheng.server.web;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.web.TablePage.Link;

/** The papers that a room opens every day (台账): each module keeps its own, here is the way from one to the other. */
public final class Papers {

    public static final String COLLECTION = "/ledgers/collection";
    public static final String MONTH = "/ledgers/double-publicity";
    public static final String REPAIRS = "/ledgers/repairs";
    public static final String OBJECTIONS = "/ledgers/objections";
    public static final String LISTS = "/ledgers/lists";
    public static final String ENDING = "/ledgers/ending";
    public static final String SCORES = "/ledgers/scores";
    public static final String BULLETINS = "/ledgers/bulletins";
    public static final String UNREPORTED = "/ledgers/unreported";
    public static final String CODES = "/ledgers/codes";

    private Papers() {}

    /** What stands around a paper. */
    public static TablePage.Said said(String path, Text lead, Actor actor) {
        List<Link> links = new ArrayList<>();
        add(links, path, COLLECTION, PapersText.COLLECTION);
        add(links, path, MONTH, PapersText.MONTH);
        add(links, path, REPAIRS, PapersText.REPAIRS);
        add(links, path, OBJECTIONS, PapersText.OBJECTIONS);
        if (actor.may(Permission.OVERSEE)) {
            add(links, path, LISTS, PapersText.LISTS);
            add(links, path, BULLETINS, PapersText.BULLETINS);
        }
        add(links, path, ENDING, PapersText.ENDING);
        add(links, path, CODES, PapersText.CODES);
        add(links, path, SCORES, PapersText.SCORES);
        add(links, path, UNREPORTED, PapersText.UNREPORTED);
        return new TablePage.Said(lead, PapersText.NONE, PapersText.NONE_HINT, COLLECTION, links);
    }

    private static void add(List<Link> links, String at, String path, Text label) {
        if (!at.equals(path)) {
            links.add(new Link(path, label, false));
        }
    }
}
