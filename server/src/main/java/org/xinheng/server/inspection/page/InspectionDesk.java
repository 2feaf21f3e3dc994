package org.xinheng.server.inspection.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.record.FreeTextMasking;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.inspection.plan.Inspections;
import org.xinheng.server.inspection.plan.Outcome;
import org.xinheng.server.inspection.plan.Plan;
import org.xinheng.server.inspection.plan.Plan.Awaited;
import org.xinheng.server.inspection.plan.Plan.Order;
import org.xinheng.server.inspection.plan.Plan.Scope;
import org.xinheng.server.inspection.plan.PlanStore.Own;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Words;

/** What pages and API share: who sees which plan, what was typed, and that every look at what is not public is logged. */
final class InspectionDesk {

    private static final int LONGEST_TITLE = 80;
    private static final int LONGEST_ISSUE = 60;
    private static final int LONGEST_ENTROPY = 200;
    private static final int LONGEST_KEY = 64;
    private static final int MOST_CODES = 20_000;

    private final Inspections inspections;
    private final Organisations organisations;
    private final PolicyInForce inForce;
    private final AccessLog log;

    InspectionDesk(Inspections inspections, Organisations organisations, PolicyInForce inForce, AccessLog log) {
        this.inspections = inspections;
        this.organisations = organisations;
        this.inForce = inForce;
        this.log = log;
    }

    Inspections inspections() {
        return inspections;
    }

    Organisations organisations() {
        return organisations;
    }

    Policy policy() {
        return inForce.policy();
    }

    FormCheck check(Words words) {
        return new FormCheck(words, FreeTextMasking.of(CodeReader.of(policy().codes())));
    }

    /** The body that an officer inspects for; empty for an account without one. */
    Optional<String> body(Actor actor) {
        return Optional.ofNullable(actor.source());
    }

    /** Plans of the officer's own body, newest first. */
    List<Plan> own(Actor actor, long before, int limit) {
        log.read(actor, "inspection.plans", null, ReadingPurpose.OWN_WORK.code());
        return body(actor)
                .map(body -> inspections.plans().list(body, false, before, limit))
                .orElse(List.of());
    }

    /** A plan of the officer's own body: another's is not there. */
    Optional<Plan> own(Actor actor, long id) {
        Optional<Plan> found = inspections
                .plans()
                .find(id)
                .filter(plan -> body(actor).filter(plan.authority()::equals).isPresent());
        found.ifPresent(plan -> log.read(actor, "inspection.plan", null, ReadingPurpose.OWN_WORK.about(id)));
        return found;
    }

    /** What everybody may know of: plans that are committed to. */
    Optional<Plan> open(long id) {
        return inspections.plans().find(id).filter(plan -> plan.sealed() != null);
    }

    /** The public bundle, once the list is public. */
    Optional<String> publicBundle(long id) {
        return open(id).filter(plan -> inspections
                        .calendar()
                        .isListPublic(plan, inspections.plans().visits(id)))
                .flatMap(_ -> inspections.plans().publicBundle(id));
    }

    /** @param purpose as the reader stated it; logged before anything is given out */
    Optional<String> fullBundle(Actor actor, long id, String purpose) {
        return inspections.plans().find(id).flatMap(plan -> {
            log.read(actor, "inspection.full-bundle", null, purpose + " " + id);
            return inspections.fullBundle(plan);
        });
    }

    /** A draw in whose pool the organisation was, with its own ticket. */
    record OwnTicket(Plan plan, String opening, boolean drawn) {}

    /** Only of draws whose list is public: before that nobody is told who may be visited. */
    List<OwnTicket> tickets(Actor actor) {
        String code = actor.organisation();
        Organisation own = code == null ? null : organisations.findByCode(code).orElse(null);
        if (own == null) {
            return List.of();
        }
        log.read(actor, "inspection.own", own.id(), ReadingPurpose.OWN_WORK.code());
        List<OwnTicket> tickets = new ArrayList<>();
        for (Own ticket : inspections.plans().ofOrganisation(organisations.idsOf(own.id()))) {
            Plan plan = inspections.plans().find(ticket.plan()).orElseThrow();
            List<Plan.Visit> visits = inspections.plans().visits(plan.id());
            if (inspections.calendar().isListPublic(plan, visits)) {
                boolean drawn = visits.stream().anyMatch(visit -> visit.organisation() == ticket.organisation());
                tickets.add(new OwnTicket(plan, ticket.opening(), drawn));
            }
        }
        return tickets;
    }

    /** Makes a plan; null when something is unfit: the check says what. */
    @Nullable
    Plan make(Actor actor, TypedPlan typed, FormCheck check, Words words) {
        String body = body(actor).orElse(null);
        if (body == null) {
            check.wrong("title", words.say(InspectionText.FAULT_NO_BODY));
        }
        Order order = order(typed, check, words);
        String key = check.line("key", typed.key(), LONGEST_KEY);
        if (body == null || order == null || check.failed()) {
            return null;
        }
        Plan made = inspections.make(order, body, actor.name(), key).orElse(null);
        if (made == null) {
            check.wrong("key", words.say(InspectionText.FAULT_KEY));
        }
        return made;
    }

    private @Nullable Order order(TypedPlan typed, FormCheck check, Words words) {
        String title = check.line("title", typed.title(), LONGEST_TITLE);
        List<String> items =
                items(words).keySet().stream().filter(typed::chooses).toList();
        if (items.isEmpty()) {
            check.wrong("items", words.say(InspectionText.FAULT_ITEMS));
        }
        String source = TypedPlan.text(typed.source()).strip();
        if (!sources(words).containsKey(source)) {
            check.wrong("source", words.say(InspectionText.FAULT_SOURCE));
        }
        String issue = check.line("issue", typed.issue(), LONGEST_ISSUE);
        Instant published = instant(typed.published(), check, words);
        Scope scope = new Scope(division(typed, check, words), codes(typed, check, words));
        LocalDate first = day("first", typed.first(), check, words);
        LocalDate last = day("last", typed.last(), check, words);
        if (first == null || last == null || published == null) {
            return null;
        }
        if (last.isBefore(first)) {
            check.wrong("last", words.say(InspectionText.FAULT_DAYS));
        }
        return new Order(title, items, new Awaited(source, issue, published), scope, first, last);
    }

    private static @Nullable LocalDate day(String field, @Nullable String typed, FormCheck check, Words words) {
        LocalDate day = check.day(field, typed);
        if (day == null) {
            check.wrong(field, words.say(InspectionText.FAULT_DAY));
        }
        return day;
    }

    private static String division(TypedPlan typed, FormCheck check, Words words) {
        String division = TypedPlan.text(typed.division()).strip();
        if (!division.isEmpty() && !division.matches("\\d{6}")) {
            check.wrong("division", words.say(InspectionText.FAULT_DIVISION));
        }
        return division;
    }

    private List<String> codes(TypedPlan typed, FormCheck check, Words words) {
        List<String> codes = new ArrayList<>();
        for (String line : TypedPlan.text(typed.codes()).split("[\\s,，;；]+", MOST_CODES + 2)) {
            if (!line.isEmpty()) {
                Organisation found = organisations.findByCode(line).orElse(null);
                if (found == null || found.code() == null) {
                    check.wrong("codes", words.say(InspectionText.FAULT_CODE, shortened(line)));
                } else {
                    codes.add(found.code());
                }
            }
        }
        if (codes.size() > MOST_CODES) {
            check.tooMany("codes", MOST_CODES);
        }
        return codes;
    }

    static String shortened(String typed) {
        return typed.length() <= 20 ? typed : typed.substring(0, 20) + "…";
    }

    /** Takes a step; null when something is unfit: the check says what. */
    @Nullable
    Outcome step(Actor actor, Plan plan, TypedStep typed, FormCheck check, Words words) {
        switch (typed.act()) {
            case "seal" -> {
                return inspections.seal(plan, actor.name());
            }
            case "draw" -> {
                String entropy = check.line("entropy", typed.entropy(), LONGEST_ENTROPY);
                return check.failed() ? null : inspections.draw(plan, entropy, actor.name());
            }
            case "result" -> {
                return result(actor, plan, typed, check, words);
            }
            case null, default -> {
                check.wrong("act", words.say(InspectionText.FAULT_ACT));
                return null;
            }
        }
    }

    private @Nullable Outcome result(Actor actor, Plan plan, TypedStep typed, FormCheck check, Words words) {
        LocalDate day = day("day", typed.day(), check, words);
        Map<String, String> outcomes = outcomes(words);
        String outcome = TypedPlan.text(typed.outcome()).strip();
        if (!outcomes.containsKey(outcome)) {
            check.wrong("outcome", words.say(InspectionText.FAULT_OUTCOME, String.join(" · ", outcomes.values())));
        }
        String no = TypedPlan.text(typed.no());
        int number = no.matches("\\d{1,9}") ? Integer.parseInt(no) : 0;
        return check.failed() || day == null ? null : inspections.result(plan, number, day, outcome, actor.name());
    }

    /** Beijing time as typed, to the minute or second. */
    private static @Nullable Instant instant(@Nullable String typed, FormCheck check, Words words) {
        String[] parts = TypedPlan.text(typed).strip().split("[ T]+", 2);
        try {
            if (parts.length == 2) {
                LocalTime time = LocalTime.parse(parts[1].strip());
                Optional<Instant> instant = Formats.typedDay(parts[0])
                        .map(day -> day.atTime(time).atZone(Formats.BEIJING).toInstant());
                if (instant.isPresent()) {
                    return instant.get();
                }
            }
        } catch (DateTimeException e) {
            // said below
        }
        check.wrong("published", words.say(InspectionText.FAULT_INSTANT));
        return null;
    }

    Map<String, String> items(Words words) {
        Map<String, String> items = new LinkedHashMap<>();
        inspections
                .rules()
                .ifPresent(rules -> rules.items().forEach(one -> items.put(one.id(), words.say(one.title()))));
        return items;
    }

    Map<String, String> outcomes(Words words) {
        Map<String, String> outcomes = new LinkedHashMap<>();
        inspections
                .rules()
                .ifPresent(rules -> rules.outcomes().forEach(one -> outcomes.put(one.id(), words.say(one.title()))));
        return outcomes;
    }

    /** The pack's sources of public values, by id. */
    Map<String, String> sources(Words words) {
        Map<String, String> sources = new LinkedHashMap<>();
        inspections
                .rules()
                .ifPresent(rules ->
                        rules.entropySources().forEach(one -> sources.put(one.id(), words.say(one.title()))));
        return sources;
    }

    String nameOf(String authority, Words words) {
        return policy().authority(authority).map(body -> words.say(body.name())).orElse(authority);
    }
}
