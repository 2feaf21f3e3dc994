package org.xinheng.server.policy.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.impact.PolicyImpact;
import org.xinheng.core.policy.Confidence;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.record.FreeTextMasking;
import org.xinheng.packs.PackDiff;
import org.xinheng.packs.PackFault;
import org.xinheng.packs.PackLoading;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.policy.Activation;
import org.xinheng.server.policy.Activations;
import org.xinheng.server.policy.Activations.Outcome;
import org.xinheng.server.policy.Activations.Proposal;
import org.xinheng.server.policy.PackImpact;
import org.xinheng.server.policy.PackShelf;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.policy.page.PackPage.Form;
import org.xinheng.server.policy.page.PackPage.Found;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Words;

/** What pages and API share: reading what was typed, and what there is to see about a pack. */
final class PacksDesk {

    static final int SHORTEST_REASON = 4;
    static final int LONGEST_REASON = 500;

    private static final int LONGEST_NAME = 60;

    private final PolicyInForce inForce;
    private final PackShelf shelf;
    private final Activations activations;
    private final PackImpact impact;
    private final AccessLog log;

    PacksDesk(PolicyInForce inForce, PackShelf shelf, Activations activations, PackImpact impact, AccessLog log) {
        this.inForce = inForce;
        this.shelf = shelf;
        this.activations = activations;
        this.impact = impact;
        this.log = log;
    }

    Activations activations() {
        return activations;
    }

    Policy policy() {
        return inForce.policy();
    }

    FormCheck check(Words words) {
        return new FormCheck(words, FreeTextMasking.of(CodeReader.of(policy().codes())));
    }

    /** Names of the packs on the shelf. */
    List<String> names() {
        try {
            return shelf.names();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PacksPage overview() {
        return new PacksPage(
                policy(),
                activations.current().orElse(null),
                activations.refused().orElse(null),
                names(),
                activations.list());
    }

    /** @param on day of the impact; null when it was not asked for */
    PackPage page(String pack, Form form, @Nullable LocalDate on, Actor actor, Words words) {
        try {
            return switch (shelf.read(pack)) {
                case PackLoading.Faulty(var faults) ->
                    new PackPage(pack, null, sentences(faults, words), List.of(), null, form);
                case PackLoading.Loaded(Policy found) ->
                    new PackPage(
                            pack,
                            found(found, actor),
                            List.of(),
                            differences(pack),
                            on == null ? null : impactOf(found, on, actor),
                            form);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Found found(Policy found, Actor actor) {
        Policy now = policy();
        return new Found(
                found,
                found.version().equals(now.version()),
                found.rules().stream()
                        .filter(rule -> rule.confidence() == Confidence.UNVERIFIED)
                        .count(),
                !now.place().secondPerson(),
                actor.may(Permission.KEEP_RULES));
    }

    private List<PackDiff.Difference> differences(String pack) {
        return switch (activations.changes(pack)) {
            case PackDiff.Found(var differences) -> differences;
            case PackDiff.Faulty _ -> List.of();
        };
    }

    private PolicyImpact impactOf(Policy found, LocalDate on, Actor actor) {
        log.read(actor, "policy.impact", null, found.pack());
        return impact.of(policy(), found, on);
    }

    static List<String> sentences(List<PackFault> faults, Words words) {
        return faults.stream()
                .map(fault -> fault.sentence(words.language().locale()))
                .toList();
    }

    /** A proposal as typed; meaningful only when the check has not failed. */
    Proposal proposal(Typed typed, FormCheck check, Words words) {
        LocalDate from = check.day("from", typed.from());
        if (from == null) {
            check.wrong("from", words.say(PacksText.PROPOSE_DAY_MISSING));
            from = LocalDate.EPOCH;
        }
        String operator = typed.operator() == null ? null : check.line("operator", typed.operator(), LONGEST_NAME);
        return new Proposal(
                typed.pack(),
                typed.version(),
                from,
                check.reason("reason", typed.reason(), SHORTEST_REASON, LONGEST_REASON),
                operator);
    }

    /** @param operator only for clients; null for clerks */
    record Typed(
            String pack,
            @Nullable String version,
            @Nullable String from,
            @Nullable String reason,
            @Nullable String operator) {}

    /** Why it did not come to anything, as a sentence; null where it did. */
    static @Nullable String objection(Outcome outcome, Words words) {
        return switch (outcome) {
            case Outcome.Done _ -> null;
            case Outcome.Faulty(var faults) -> sentences(faults, words).stream().collect(Collectors.joining("\n"));
            case Outcome.Refused(var reason) -> words.say(PacksText.of(reason));
        };
    }

    ActivationPage page(Activation activation, Actor actor) {
        return new ActivationPage(
                activation, actor.may(Permission.KEEP_RULES), activation.isBy(actor.name()), null, Map.of());
    }
}
