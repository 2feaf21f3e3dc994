package org.xinheng.server.listing.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.core.listing.Outcome.Accepted;
import org.xinheng.core.listing.Outcome.Refused;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Requires;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Redirect;
import org.xinheng.server.web.Words;

/** The form with which an officer proposes a listing. */
@Controller
@Requires(Permission.PROPOSE_LISTING)
class ProposalController {

    private final ProceedingDesk desk;
    private final Proposals proposals;
    private final CurrentActor current;

    ProposalController(ProceedingDesk desk, Proposals proposals, CurrentActor current) {
        this.desk = desk;
        this.proposals = proposals;
        this.current = current;
    }

    @GetMapping(ProposalPage.PATH)
    ProposalPage form(
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String list,
            HttpServletRequest request) {
        TypedProposal typed = new TypedProposal(code, list, null, null, null, null, null, null, null);
        return page(typed, Map.of(), Words.in(Language.of(request)));
    }

    @PostMapping(ProposalPage.PATH)
    Answer propose(TypedProposal typed, HttpServletRequest request) {
        Words words = Words.in(Language.of(request));
        FormCheck check = desk.check(words);
        return switch (proposals.propose(actor(), typed, check, words)) {
            case Accepted accepted ->
                new Redirect(ProceedingsPage.PATH + "/" + accepted.proceeding().id());
            case Refused refused -> {
                check.wrong("list", ListingText.of(refused, desk.list(typed.list()), desk.policy(), words));
                yield page(typed, check.faults(), words);
            }
            case null -> page(typed, check.faults(), words);
        };
    }

    private ProposalPage page(TypedProposal typed, Map<String, String> faults, Words words) {
        Actor actor = actor();
        String key = TypedProposal.text(typed.key());
        return new ProposalPage(
                desk.lists(actor, words),
                proposals.grounds(actor, words),
                proposals.kinds(actor, words),
                typed,
                key.isBlank() ? UUID.randomUUID().toString() : key,
                faults);
    }

    private Actor actor() {
        return current.find().orElseThrow();
    }
}
