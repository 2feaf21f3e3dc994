package org.xinheng.server.administration.grant;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Grantees.Grantee;
import org.xinheng.server.access.Grantees.Result;
import org.xinheng.server.access.Grantees.Subject;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.ListPlan;
import org.xinheng.server.web.Redirect;
import org.xinheng.server.web.TablePage;
import org.xinheng.server.web.Words;

/** The administrator opens, changes, locks and unlocks accounts and clients, and gives out passwords and secrets once. */
@Controller
@Requires(Permission.ADMINISTER)
class GrantController {

    private final GrantDesk desk;
    private final CurrentActor current;

    GrantController(GrantDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping("/accounts")
    Answer accounts(HttpServletRequest request) {
        return list(Kind.ACCOUNT, request);
    }

    @GetMapping("/clients")
    Answer clients(HttpServletRequest request) {
        return list(Kind.CLIENT, request);
    }

    private Answer list(Kind kind, HttpServletRequest request) {
        Words words = words(request);
        ListPlan<Grantee> plan = GrantList.plan(kind, desk, words);
        boolean accounts = kind == Kind.ACCOUNT;
        var opening = new TablePage.Link(
                kind.path() + "/new", accounts ? GrantText.NEW_ACCOUNT : GrantText.NEW_CLIENT, false);
        var said = new TablePage.Said(
                accounts ? GrantText.ACCOUNTS_LEAD : GrantText.CLIENTS_LEAD,
                GrantText.NONE,
                GrantText.NONE_HINT,
                kind.path(),
                List.of(opening));
        return plan.table(
                plan.ask(request),
                desk.list(actor(), kind),
                words,
                said,
                grantee -> kind.path() + "/" + grantee.subject().name());
    }

    @GetMapping("/accounts/new")
    GrantFormPage newAccount(HttpServletRequest request) {
        return form(Kind.ACCOUNT, null, TypedGrant.NOTHING, Map.of(), words(request));
    }

    @GetMapping("/clients/new")
    GrantFormPage newClient(HttpServletRequest request) {
        return form(Kind.CLIENT, null, TypedGrant.NOTHING, Map.of(), words(request));
    }

    @PostMapping("/accounts")
    Answer openAccount(TypedGrant typed, HttpServletRequest request) {
        return open(Kind.ACCOUNT, typed, words(request));
    }

    @PostMapping("/clients")
    Answer openClient(TypedGrant typed, HttpServletRequest request) {
        return open(Kind.CLIENT, typed, words(request));
    }

    private Answer open(Kind kind, TypedGrant typed, Words words) {
        FormCheck check = desk.check(words);
        GrantDesk.Read read = desk.read(kind, typed, true, check, words);
        String name = TypedGrant.text(typed.name()).strip();
        if (!check.failed()) {
            switch (desk.open(actor(), kind, name, read)) {
                case Result.Done(var secret) -> {
                    return new SecretPage(kind, name, TypedGrant.text(secret));
                }
                case Result.Refused(var why) -> check.wrong("name", words.say(GrantText.of(why)));
            }
        }
        return form(kind, null, typed, check.faults(), words);
    }

    @GetMapping("/accounts/{name}")
    Answer account(@PathVariable String name, HttpServletRequest request) {
        return show(Kind.ACCOUNT, name, words(request));
    }

    @GetMapping("/clients/{name}")
    Answer client(@PathVariable String name, HttpServletRequest request) {
        return show(Kind.CLIENT, name, words(request));
    }

    private Answer show(Kind kind, String name, Words words) {
        return find(kind, name)
                .<Answer>map(grantee -> form(kind, grantee, TypedGrant.NOTHING, Map.of(), words))
                .orElseGet(() -> ErrorPage.of(HttpStatus.NOT_FOUND));
    }

    private java.util.Optional<Grantee> find(Kind kind, String name) {
        return desk.grantees().find(new Subject(kind.actor(), name));
    }

    @PostMapping("/accounts/{name}")
    Answer actOnAccount(@PathVariable("name") String account, TypedGrant typed, HttpServletRequest request) {
        return act(Kind.ACCOUNT, account, typed, words(request));
    }

    @PostMapping("/clients/{name}")
    Answer actOnClient(@PathVariable("name") String client, TypedGrant typed, HttpServletRequest request) {
        return act(Kind.CLIENT, client, typed, words(request));
    }

    private Answer act(Kind kind, String name, TypedGrant typed, Words words) {
        Grantee grantee = find(kind, name).orElse(null);
        if (grantee == null) {
            return ErrorPage.of(HttpStatus.NOT_FOUND);
        }
        FormCheck check = desk.check(words);
        String chosen = check.choice("act", typed.act(), Act.of(kind, grantee, words));
        boolean sets = chosen.equals(Act.CHANGE.name());
        GrantDesk.Read read = desk.read(kind, typed, sets, check, words);
        if (!check.failed()) {
            switch (desk.take(actor(), grantee, Act.valueOf(chosen), read)) {
                case Result.Done(var secret) -> {
                    return secret == null ? new Redirect(kind.path() + "/" + name) : new SecretPage(kind, name, secret);
                }
                case Result.Refused(var why) -> check.wrong("act", words.say(GrantText.of(why)));
            }
        }
        return form(kind, grantee, typed, check.faults(), words);
    }

    private GrantFormPage form(
            Kind kind, @Nullable Grantee grantee, TypedGrant typed, Map<String, String> faults, Words words) {
        boolean anew = faults.isEmpty();
        Set<String> chosen = anew && grantee != null ? grantee.grants() : Set.copyOf(typed.given());
        String body = anew && grantee != null ? TypedGrant.text(grantee.source()) : TypedGrant.text(typed.body());
        return new GrantFormPage(
                kind,
                grantee,
                grantee == null
                        ? TypedGrant.text(typed.name())
                        : grantee.subject().name(),
                kind.grants(words),
                chosen,
                desk.bodies(words),
                body,
                grantee == null ? Map.of() : Act.of(kind, grantee, words),
                TypedGrant.text(typed.act()),
                TypedGrant.text(typed.ground()),
                grantee == null ? List.of() : history(kind, grantee, words),
                faults);
    }

    private List<GrantFormPage.Line> history(Kind kind, Grantee grantee, Words words) {
        return desk.grantees().history(grantee.subject()).stream()
                .map(change -> new GrantFormPage.Line(
                        change.at(),
                        change.by(),
                        GrantText.of(change.step()),
                        change.grants().stream()
                                .map(grant -> kind.name(grant, words))
                                .collect(Collectors.joining(" · ")),
                        change.ground()))
                .toList();
    }

    private Actor actor() {
        return current.require(Permission.ADMINISTER);
    }

    private static Words words(HttpServletRequest request) {
        return Words.in(Language.of(request));
    }
}
