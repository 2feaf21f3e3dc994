package org.xinheng.packs;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.core.policy.Monitoring;
import org.xinheng.core.policy.Monitoring.Assessment;
import org.xinheng.core.policy.Monitoring.Campaign;
import org.xinheng.core.policy.Monitoring.Indicator;
import org.xinheng.core.policy.Monitoring.Return;
import org.xinheng.core.policy.Rule;

/** Reads {@code monitoring.yaml}: indicators, assessment tables, monthly returns and campaigns (监测与考核). */
final class MonitoringReader {

    private static final int LAST_DAY_OF_EVERY_MONTH = 28;

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
            campaigns.add(
                    new Campaign(named(block, "campaign."), guard.subjects(block), reading.titles(block, "offered")));
            block.end();
        }
        document.end();
        return new Monitoring(indicators, assessments, returns, campaigns);
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
