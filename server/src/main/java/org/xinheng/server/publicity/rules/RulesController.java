package org.xinheng.server.publicity.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Basis;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Rule;
import org.xinheng.core.policy.Title;
import org.xinheng.server.access.OpenToAll;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.Answer;
import org.xinheng.server.web.ErrorPage;

/** The rules in force: to read, to search, to download. */
@Controller
@OpenToAll
class RulesController {

    private final PolicyInForce inForce;

    RulesController(PolicyInForce inForce) {
        this.inForce = inForce;
    }

    @GetMapping("/rules")
    RulesPage rules(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String kind) {
        Policy policy = inForce.policy();
        RuleKind chosen = RuleKind.find(kind).orElse(null);
        List<RuleLine> lines =
                new RuleBook(policy).find(q, chosen).stream().map(RuleLine::new).toList();
        return new RulesPage(q, chosen, lines, policy.version());
    }

    /** Documents that rules rest on, the highest first, and the bodies whose data is shown. */
    @GetMapping(SourcesPage.PATH)
    SourcesPage sources() {
        Policy policy = inForce.policy();
        Map<String, List<Rule>> byDocument = policy.rules().stream()
                .collect(Collectors.groupingBy(
                        rule -> rule.basis().document() + "\n" + rule.basis().number()));
        List<SourcesPage.Line> lines = byDocument.values().stream()
                .map(rules -> {
                    Basis basis = rules.getFirst().basis();
                    return new SourcesPage.Line(basis.document(), basis.number(), basis.level(), rules.size());
                })
                .sorted(Comparator.comparing((SourcesPage.Line line) -> line.level())
                        .thenComparing(
                                Comparator.comparingInt(SourcesPage.Line::rules).reversed())
                        .thenComparing(SourcesPage.Line::document))
                .toList();
        return new SourcesPage(
                lines, policy.authorities().stream().map(Authority::name).toList());
    }

    @GetMapping("/rules/{id:[A-Za-z0-9._-]+}")
    Answer rule(@PathVariable String id) {
        RuleBook book = new RuleBook(inForce.policy());
        Rule rule = book.find(id).orElse(null);
        return rule == null
                ? ErrorPage.of(HttpStatus.NOT_FOUND)
                : new RulePage(
                        new RuleLine(rule),
                        inForce.text(rule).orElse(""),
                        book.editions(rule).stream().map(RuleLine::new).toList());
    }

    @GetMapping(path = "/rules.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Download download() {
        Policy policy = inForce.policy();
        List<Line> rules = policy.rules().stream()
                .map(rule -> new Line(
                        rule.id(),
                        RuleKind.of(rule).id(),
                        rule.title(),
                        rule.validity().from(),
                        rule.validity().to(),
                        new Source(
                                rule.basis().document(),
                                rule.basis().number(),
                                rule.basis().article(),
                                rule.basis().level().name()),
                        rule.confidence().name(),
                        rule.place(),
                        inForce.text(rule).orElse("")))
                .toList();
        return new Download(policy.pack(), policy.version(), rules);
    }

    /** @param version SHA-256 over all files of the pack and those below it */
    record Download(String pack, String version, List<Line> rules) {}

    record Line(
            String id,
            String kind,
            Title title,
            LocalDate from,
            @Nullable LocalDate to,
            Source basis,
            String confidence,
            String place,
            String text) {}

    record Source(
            String document,
            @Nullable String number,
            @Nullable String article,
            String level) {}
}
