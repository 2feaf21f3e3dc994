package org.xinheng.benchmarks.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;
import org.xinheng.core.policy.EvaluationModel;

/** The same model as rules of Drools, in its executable form: a session for each organisation, as a service would do it. */
final class DroolsPeer {

    private static final String RULES = "src/main/resources/peer/model.drl";

    private final EvaluationModel model;
    private final List<PeerIndicator> indicators;
    private final LocalDate day;
    private final KieBase base;

    DroolsPeer(EvaluationModel model, List<PeerIndicator> indicators, LocalDate day) {
        this.model = model;
        this.indicators = indicators;
        this.day = day;
        KieServices services = KieServices.Factory.get();
        KieBuilder builder = services.newKieBuilder(services.newKieFileSystem().write(RULES, rules()))
                .buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(
                    builder.getResults().getMessages(Message.Level.ERROR).toString());
        }
        base = services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
    }

    private String rules() {
        return "package peer;\nimport " + PeerRecord.class.getName() + ";\nglobal " + PeerTally.class.getName()
                + " tally;\n" + indicators.stream().map(this::rule).collect(Collectors.joining("\n"));
    }

    private String rule(PeerIndicator one) {
        long today = day.toEpochDay();
        StringBuilder pattern = new StringBuilder("type == " + one.type() + ", decided >= "
                + one.countsFrom().toEpochDay() + ", decided <= " + today + ", lastDay >= " + today);
        if (one.severity() != null) {
            pattern.append(", severity == \"").append(one.severity()).append('"');
        }
        if (!one.kinds().isEmpty()) {
            pattern.append(", ")
                    .append(one.kinds().stream()
                            .map(kind -> "kinds contains \"" + kind + '"')
                            .collect(Collectors.joining(" || ", "(", ")")));
        }
        if (one.condition() != null) {
            String field = one.condition().startsWith("fine") ? "fine" : "performance";
            pattern.append(", ").append(field).append(" != null, ");
            pattern.append(one.condition().replace('\'', '"').replace("&&", ","));
        }
        String earlier = "";
        if (one.repeatWithin() != null) {
            pattern.append(", disputed == false, conduct != null, $conduct : conduct, $decided : decided");
            earlier = "  exists PeerRecord(type == " + one.type() + ", disputed == false, conduct == $conduct,"
                    + " decided < $decided, repeatUntil >= $decided, lastDay >= " + today + ")\n";
        }
        return "rule \"" + one.id() + "\"\nwhen\n  $record : PeerRecord(" + pattern + ")\n" + earlier
                + "then\n  tally.count(" + one.number() + ", $record);\nend\n";
    }

    PeerTally.Result evaluate(List<PeerRecord> records) {
        PeerTally tally = new PeerTally(indicators, model);
        KieSession session = base.newKieSession();
        try {
            session.setGlobal("tally", tally);
            for (PeerRecord record : records) {
                session.insert(Objects.requireNonNull(record));
            }
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        return tally.close();
    }
}
