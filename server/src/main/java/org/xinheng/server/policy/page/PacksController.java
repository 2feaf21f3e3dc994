package org.xinheng.server.policy.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.policy.Activation;
import org.xinheng.server.policy.Activations.Outcome;
import org.xinheng.server.policy.Activations.Proposal;
import org.xinheng.server.policy.page.PackPage.Form;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Formats;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Redirect;
import org.xinheng.server.web.Words;

/** The rule packs for the credit office: who keeps them proposes and approves, who oversees looks. */
@Controller
@Requires({Permission.KEEP_RULES, Permission.OVERSEE})
class PacksController {

    private static final String PACK = PacksPage.PATH + "/{pack:[a-z0-9-]+}";
    private static final String ACTIVATION = PacksPage.PATH + "/activations/{id:[0-9]{1,18}}";

    private final PacksDesk desk;
    private final CurrentActor current;

    PacksController(PacksDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping(PacksPage.PATH)
    PacksPage list() {
        return desk.overview();
    }

    /** @param impact day on which the impact is to be reckoned; without it the records are not read */
    @GetMapping(PACK)
    Answer show(
            @PathVariable String pack,
            @RequestParam(required = false) @Nullable String impact,
            HttpServletRequest request) {
        LocalDate on = impact == null ? null : Formats.typedDay(impact).orElse(null);
        return desk.names().contains(pack)
                ? desk.page(pack, new Form(impact, null, Map.of()), on, actor(), words(request))
                : ErrorPage.of(HttpStatus.NOT_FOUND);
    }

    @Requires(Permission.KEEP_RULES)
    @PostMapping(PACK)
    Answer propose(
            @PathVariable String pack,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String reason,
            HttpServletRequest request) {
        if (!desk.names().contains(pack)) {
            return ErrorPage.of(HttpStatus.NOT_FOUND);
        }
        Words words = words(request);
        FormCheck check = desk.check(words);
        Proposal proposal = desk.proposal(new PacksDesk.Typed(pack, version, from, reason, null), check, words);
        if (!check.failed()) {
            Outcome outcome = desk.activations().propose(proposal, actor());
            if (outcome instanceof Outcome.Done(Activation activation)) {
                return new Redirect(PacksPage.pathOf(activation));
            }
            check.wrong("from", String.valueOf(PacksDesk.objection(outcome, words)));
        }
        return desk.page(pack, new Form(from, reason, check.faults()), null, actor(), words);
    }

    @GetMapping(ACTIVATION)
    Answer activation(@PathVariable long id) {
        return desk.activations()
                .find(id)
                .<Answer>map(activation -> desk.page(activation, actor()))
                .orElseGet(() -> ErrorPage.of(HttpStatus.NOT_FOUND));
    }

    @Requires(Permission.KEEP_RULES)
    @PostMapping(ACTIVATION + "/approval")
    Answer approve(@PathVariable long id, HttpServletRequest request) {
        return answer(id, desk.activations().approve(id, actor()), null, words(request));
    }

    @Requires(Permission.KEEP_RULES)
    @PostMapping(ACTIVATION + "/calling-off")
    Answer callOff(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String reason,
            HttpServletRequest request) {
        Words words = words(request);
        FormCheck check = desk.check(words);
        String read = check.reason("reason", reason, PacksDesk.SHORTEST_REASON, PacksDesk.LONGEST_REASON);
        Activation activation = desk.activations().find(id).orElse(null);
        if (check.failed() && activation != null) {
            return again(activation, reason, check.faults());
        }
        return answer(id, desk.activations().callOff(id, read, actor()), reason, words);
    }

    private Answer answer(long id, Outcome outcome, @Nullable String reason, Words words) {
        Activation activation = desk.activations().find(id).orElse(null);
        if (activation == null) {
            return ErrorPage.of(HttpStatus.NOT_FOUND);
        }
        String objection = PacksDesk.objection(outcome, words);
        return objection == null
                ? new Redirect(PacksPage.pathOf(activation))
                : again(activation, reason, Map.of("decision", objection));
    }

    private ActivationPage again(Activation activation, @Nullable String reason, Map<String, String> wrong) {
        ActivationPage page = desk.page(activation, actor());
        return new ActivationPage(activation, page.mayKeep(), page.own(), reason, wrong);
    }

    private Actor actor() {
        return current.find().orElseThrow();
    }

    private static Words words(HttpServletRequest request) {
        return Words.in(Language.of(request));
    }
}
