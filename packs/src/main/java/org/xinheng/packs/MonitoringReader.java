package org.xinheng.packs;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.core.policy.Bulletin;
import org.xinheng.core.policy.Monitoring;
import org.xinheng.core.policy.Monitoring.Assessment;
import org.xinheng.core.policy.Monitoring.Campaign;
import org.xinheng.core.policy.Monitoring.Indicator;
import org.xinheng.core.policy.Monitoring.Return;
import org.xinheng.core.policy.Rule;

/** Reads {@code monitoring.yaml}: indicators, assessment tables, monthly returns, campaigns, monthly reports and when reporting begins (监测、考核与通报). */
final class MonitoringReader {

    private static final int ALL = 100;
    private static final int MOST_ROWS = 100_000;
    private static final int LAST_DAY_OF_EVERY_MONTH = 28;
    private static final int MOST_MONTHS_DUE = 24;

    private final Reading reading;
    private final PersonGuard guard;

    MonitoringReader(Reading reading, PersonGuard guard) {
        this.reading = reading;
        this.guard = guard;
    }

    Monitoring read(Block document) {
        List<Indicator> indicators = new ArrayList<>();
        document.blocks("indicators").forEach(block -> indicators.add(indicator(block)));
        List<Assessment> assessments = new ArrayList<>();
        document.blocks("assessments").forEach(block -> assessments.add(assessment(block)));
        List<Return> returns = new ArrayList<>();
        for (Block block : document.blocks("returns")) {
            returns.add(new Return(
                    named(block, "return."),
                    block.choice("cycle", Return.Cycle.class, Return.Cycle.MONTHLY),
                    block.integer("day-of-month", 1, LAST_DAY_OF_EVERY_MONTH),
                    reading.titles(block, "contents")));
            block.end();
        }
        List<Campaign> campaigns = new ArrayList<>();
        for (Block block : document.blocks("campaigns")) {
            campaigns.add(new Campaign(
                    named(block, "campaign."),
                    guard.subjects(block),
                    block.texts("led-by"),
                    reading.titles(block, "offered")));
            block.end();
        }
        List<Bulletin> bulletins = new ArrayList<>();
        document.blocks("bulletins").forEach(block -> bulletins.add(bulletin(block)));
        Block begins = document.blockOrNull("reporting-begins");
        Rule reportingBegins = begins == null ? null : reportingBegins(begins);
        document.end();
        return new Monitoring(indicators, assessments, returns, campaigns, bulletins, reportingBegins);
    }

    /** A day on which something begins has no last one. */
    private Rule reportingBegins(Block block) {
        if (block.has("to")) {
            reading.faults().add(block.at("to"), "monitoring.beginning-ends");
        }
        Rule rule = reading.rule(block, "reporting-begins");
        guard.checkTitle(block, "title", rule.title());
        block.end();
        return rule;
    }

    private Rule named(Block block, String prefix) {
        Rule rule = reading.rule(block, prefix + block.text("id"));
        guard.checkTitle(block, "title", rule.title());
        return rule;
    }

    private Indicator indicator(Block block) {
        Indicator indicator = new Indicator(
                named(block, "indicator."),
                block.text("measures"),
                block.texts("record-types"),
                block.choice("unit", Indicator.Unit.class),
                block.amountOrNull("target"),
                block.choice("sense", Indicator.Sense.class));
        if (indicator.sense() == Indicator.Sense.INFORMATION && indicator.target() != null) {
            reading.faults().add(block.at("target"), "monitoring.target-for-information");
        }
        block.end();
        return indicator;
    }

    private Bulletin bulletin(Block block) {
        List<Bulletin.Level> levels = new ArrayList<>();
        for (Block item : block.blocks("levels")) {
            levels.add(new Bulletin.Level(
                    item.text("kind"), item.integer("on-time", 0, ALL), item.integer("well-formed", 0, ALL)));
            item.end();
        }
        Bulletin bulletin = new Bulletin(
                named(block, "bulletin."),
                block.text("speaker"),
                new Bulletin.Due(
                        block.integer("day-of-month", 1, LAST_DAY_OF_EVERY_MONTH),
                        block.integer("months-due", 1, MOST_MONTHS_DUE)),
                new Bulletin.Counting(block.texts("counts"), block.integer("least-rows", 1, MOST_ROWS)),
                levels,
                new Bulletin.Form(
                        block.text("record-type"),
                        block.text("on-time-field"),
                        block.text("well-formed-field"),
                        block.text("number"),
                        block.text("period"),
                        block.text("content")));
        block.end();
        return bulletin;
    }

    private Assessment assessment(Block block) {
        List<Assessment.Item> items = new ArrayList<>();
        int total = block.integer("total", 1, 10_000);
        int sum = 0;
        for (Block item : block.blocks("items")) {
            Assessment.Item one = new Assessment.Item(
                    item.text("id"),
                    reading.title(item, "title"),
                    item.integer("points", 0, total),
                    item.textOrNull("indicator"));
            sum += one.points();
            items.add(one);
            item.end();
        }
        if (sum != total) {
            reading.faults().add(block.at("total"), "points.sum", Integer.toString(sum), Integer.toString(total));
        }
        Assessment assessment = new Assessment(named(block, "assessment."), total, items);
        block.end();
        return assessment;
    }
}
