package org.xinheng.server.publicity.guide;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.xinheng.core.policy.DeadlineRule;
import org.xinheng.core.policy.GateRules;
import org.xinheng.core.policy.Place;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.access.OpenToAll;
import org.xinheng.server.archive.PublicRecords;
import org.xinheng.server.archive.PublicRecords.Sight;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.publicity.reading.RecordCard;
import org.xinheng.server.publicity.reading.RecordReader;
import org.xinheng.server.web.Formats;

/** Pages that explain. Their periods come from the pack in force today. */
@Controller
@OpenToAll
class GuideController {

    private final PolicyInForce inForce;
    private final PublicRecords records;
    private final Clock clock;

    GuideController(PolicyInForce inForce, PublicRecords records, Clock clock) {
        this.inForce = inForce;
        this.records = records;
        this.clock = clock;
    }

    @GetMapping("/about")
    AboutPage about() {
        Policy policy = inForce.policy();
        Place.Portal portal = policy.place().network().portal();
        return new AboutPage(policy.version(), portal == null ? null : portal.title());
    }

    @GetMapping("/accessibility")
    AccessibilityPage accessibility() {
        return new AccessibilityPage();
    }

    @GetMapping("/objection")
    ObjectionPage objection(@RequestParam(required = false) @Nullable String record) {
        return new ObjectionPage(deadlines("objection."), card(record));
    }

    @GetMapping("/repair")
    RepairPage repair(@RequestParam(required = false) @Nullable String record) {
        return new RepairPage(deadlines("repair."), terms(), card(record), today());
    }

    private List<DeadlineRule> deadlines(String prefix) {
        LocalDate today = today();
        return inForce.policy().deadlines().entrySet().stream()
                .filter(clocked -> clocked.getKey().startsWith(prefix))
                .map(clocked -> clocked.getValue().on(today))
                .flatMap(Optional::stream)
                .toList();
    }

    private List<RepairPage.Terms> terms() {
        Policy policy = inForce.policy();
        return RecordReader.publicTypes(policy).stream()
                .filter(type -> type.nature() == RecordType.Nature.ADVERSE)
                .flatMap(type -> Optional.ofNullable(policy.gates().get(type.id()))
                        .flatMap(gate -> gate.windows().on(today()).map(table -> terms(type, gate, table)))
                        .stream())
                .toList();
    }

    private static RepairPage.Terms terms(RecordType type, GateRules gate, GateRules.WindowTable table) {
        List<RepairPage.Line> lines = table.byClass().entrySet().stream()
                .flatMap(window -> Optional.ofNullable(gate.classes().get(window.getKey()))
                        .map(severity -> new RepairPage.Line(severity, window.getValue()))
                        .stream())
                .sorted(Comparator.comparingInt(line -> line.severity().gravity()))
                .toList();
        return new RepairPage.Terms(type, table.rule(), lines);
    }

    private @Nullable RecordCard card(@Nullable String address) {
        return address != null && records.find(address, today()) instanceof Sight.Visible(var version)
                ? new RecordReader(inForce.policy()).read(version)
                : null;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Formats.BEIJING);
    }
}
