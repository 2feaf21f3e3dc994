package org.xinheng.server.inspection.risk;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.CodeReader;
import org.xinheng.core.policy.InspectionRules;
import org.xinheng.core.policy.RiskRules;
import org.xinheng.core.policy.RiskRules.RiskClass;
import org.xinheng.core.record.FreeTextMasking;
import org.xinheng.core.risk.Classification;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.inspection.RiskClasses;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.FormCheck;
import org.xinheng.server.web.Words;

/** What page and API of the supervising room share. Every look at an organisation is logged with its purpose. */
final class RiskDesk {

    private static final int LONGEST = 200;

    private final RiskClasses classes;
    private final Organisations organisations;
    private final PolicyInForce inForce;
    private final AccessLog log;
    private final Clock clock;

    RiskDesk(RiskClasses classes, Organisations organisations, PolicyInForce inForce, AccessLog log, Clock clock) {
        this.classes = classes;
        this.organisations = organisations;
        this.inForce = inForce;
        this.log = log;
        this.clock = clock;
    }

    FormCheck check(Words words) {
        return new FormCheck(
                words, FreeTextMasking.of(CodeReader.of(inForce.policy().codes())));
    }

    /** Classes of the pack, lowest risk first, with what follows from each. */
    List<RiskView.Level> levels(Words words) {
        RiskRules rules = inForce.policy().instruments().risk();
        return rules == null
                ? List.of()
                : rules.classes().stream()
                        .sorted(Comparator.comparingInt(RiskClass::order))
                        .map(one -> level(one, words))
                        .toList();
    }

    private RiskView.Level level(RiskClass one, Words words) {
        RiskRules rules = inForce.policy().instruments().risk();
        InspectionRules inspection = inForce.policy().instruments().inspection();
        Map<String, BigDecimal> percent = rules == null
                ? Map.of()
                : rules.ratios().on(today()).map(RiskRules.Ratios::percent).orElse(Map.of());
        return new RiskView.Level(
                one.id(),
                words.say(one.title()),
                percent.get(one.id()),
                inspection == null ? null : inspection.burden().mostVisits().get(one.id()));
    }

    /** @return null when something typed is unfit: the check says what */
    @Nullable
    RiskView look(Actor actor, @Nullable String code, @Nullable String purpose, FormCheck check, Words words) {
        String stated = check.reason("purpose", purpose, 2, LONGEST);
        Organisation organisation =
                organisations.findByCode(code == null ? "" : code.strip()).orElse(null);
        if (organisation == null) {
            check.wrong("code", words.say(RiskText.FAULT_CODE));
        }
        if (organisation == null || check.failed()) {
            return null;
        }
        log.read(actor, "inspection.risk", organisation.id(), stated);
        Classification found = classes.of(organisation.id()).orElse(null);
        List<RiskView.Reason> reasons = found == null
                ? List.of()
                : found.reasons().stream().map(one -> reason(one, words)).toList();
        return held(found)
                .map(one -> new RiskView(
                        organisation.code(),
                        organisation.name(),
                        level(one, words),
                        found == null,
                        found == null ? words.say(defaulted()) : null,
                        reasons))
                .orElseGet(() -> {
                    check.wrong("code", words.say(RiskText.FAULT_NO_RULES));
                    return null;
                });
    }

    /** Where no signal is in force nothing was looked at: to say that nothing was found would be wrong. */
    private RiskText defaulted() {
        RiskRules rules = inForce.policy().instruments().risk();
        return rules == null || rules.signalsOn(today()).isEmpty() ? RiskText.DEFAULT_UNLOOKED : RiskText.DEFAULT;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    /** The class that was found, or the default of the pack. */
    private Optional<RiskClass> held(@Nullable Classification found) {
        InspectionRules inspection = inForce.policy().instruments().inspection();
        RiskRules rules = inForce.policy().instruments().risk();
        if (found != null) {
            return Optional.of(found.riskClass());
        }
        return inspection == null || rules == null ? Optional.empty() : rules.riskClass(inspection.defaultClass());
    }

    private static RiskView.Reason reason(Classification.Reason one, Words words) {
        return new RiskView.Reason(
                words.say(one.signal().rule().title()),
                words.say(one.riskClass().title()),
                one.signal().rule().basis().citation(),
                one.records());
    }
}
