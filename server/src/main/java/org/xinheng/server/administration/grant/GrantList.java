package org.xinheng.server.administration.grant;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.xinheng.server.access.Grantees.Grantee;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.ListFilter.Choice;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.ListPlan.Column;
import org.xinheng.server.web.ListPlan.Filter;
import org.xinheng.server.web.Words;

/** By what accounts and clients are looked through, ordered and taken home. */
final class GrantList {

    private GrantList() {}

    static ListPlan<Grantee> plan(Kind kind, GrantDesk desk, Words words) {
        boolean accounts = kind == Kind.ACCOUNT;
        List<Column<Grantee>> columns = new ArrayList<>(List.of(
                Column.text("name", GrantText.NAME, (one, _) -> one.subject().name()),
                Column.text(
                        "grants",
                        accounts ? GrantText.ROLES : GrantText.PERMISSIONS,
                        (one, said) -> grants(kind, one, said)),
                Column.text("body", GrantText.BODY, (one, said) -> body(one, desk, said)),
                Column.text("state", GrantText.STATE, (one, said) -> said.say(GrantText.state(one))),
                Column.by("opened", GrantText.OPENED, (one, _) -> Formats.minute(one.openedAt()), Grantee::openedAt)));
        if (accounts) {
            columns.add(Column.text(
                    "factor",
                    GrantText.FACTOR,
                    (one, said) -> said.say(one.secondFactor() ? GrantText.FACTOR_SET : GrantText.FACTOR_NONE)));
        }
        return new ListPlan<>(
                kind.path(),
                "name",
                accounts ? "accounts" : "clients",
                accounts ? GrantText.ACCOUNTS_TITLE : GrantText.CLIENTS_TITLE,
                columns,
                List.of(
                        Filter.words(
                                one -> List.of(one.subject().name(), grants(kind, one, words), body(one, desk, words))),
                        Filter.one(
                                "state",
                                GrantText.STATE,
                                List.of(choice(GrantText.STATE_OPEN), choice(GrantText.STATE_LOCKED)),
                                one -> GrantText.state(one).name())));
    }

    private static Choice choice(GrantText state) {
        return new Choice(state.name(), words -> words.say(state));
    }

    private static String grants(Kind kind, Grantee grantee, Words words) {
        return grantee.grants().stream().map(grant -> kind.name(grant, words)).collect(Collectors.joining(" · "));
    }

    private static String body(Grantee grantee, GrantDesk desk, Words words) {
        String organisation = grantee.organisation();
        return organisation == null ? desk.bodyOf(grantee.source(), words) : organisation;
    }
}
