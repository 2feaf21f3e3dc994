package org.xinheng.server.publicity.page;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.core.code.CodeFinding;
import org.xinheng.core.code.CodeKind;
import org.xinheng.core.code.CodeReason;
import org.xinheng.core.code.ResidentId;
import org.xinheng.core.code.Verdict;
import org.xinheng.server.access.OpenToAll;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations.OrganisationHit;
import org.xinheng.server.publicity.page.SearchPage.Finding;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.Redirect;

/** One box: a whole code leads straight to its organisation, anything else lists names. */
@Controller
@OpenToAll
class SearchController {

    private static final int HITS = 20;
    private static final int LONGEST = 200;

    private final Portal portal;

    SearchController(Portal portal) {
        this.portal = portal;
    }

    @GetMapping("/search")
    Answer search(@RequestParam(name = "q", defaultValue = "") String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return new SearchPage("", Finding.NOT_ASKED, List.of(), false);
        }
        if (text.length() > LONGEST) {
            text = text.substring(0, LONGEST);
        }
        CodeFinding code = portal.codes().read(text);
        if (code.has(CodeReason.RESIDENT_ID_NUMBER)
                || ResidentId.find(text, 0) >= 0 && code.verdict() != Verdict.VALID) {
            return new SearchPage("", Finding.PERSON_NUMBER, List.of(), false);
        }
        if (code.kind() == CodeKind.USCC) {
            Optional<String> known =
                    portal.organisations().findByCode(code.normalised()).map(Organisation::code);
            if (known.isPresent()) {
                return new Redirect("/organisations/" + known.get());
            }
        }
        List<OrganisationHit> hits = portal.organisations().search(text, HITS + 1);
        return new SearchPage(
                text, finding(code, hits), hits.subList(0, Math.min(HITS, hits.size())), hits.size() > HITS);
    }

    private static Finding finding(CodeFinding code, List<OrganisationHit> hits) {
        if (!hits.isEmpty()) {
            return Finding.FOUND;
        }
        if (code.kind() != CodeKind.USCC) {
            return Finding.NOTHING;
        }
        return code.verdict() == Verdict.VALID ? Finding.CODE_UNKNOWN : Finding.CODE_MISTYPED;
    }
}
