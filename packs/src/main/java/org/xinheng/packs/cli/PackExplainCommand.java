package org.xinheng.packs.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Rule;
import org.xinheng.core.policy.Validity;
import org.xinheng.packs.PackFault;
import org.xinheng.packs.PackLoader;
import org.xinheng.packs.PackLoading;
import org.xinheng.packs.RuleText;
import org.xinheng.packs.table.PackFolders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pack explain}: what a rule says, where that stands, which law it has, and what held before it. */
@Command(name = "explain")
final class PackExplainCommand implements Callable<Integer> {

    private static final int NEAR = 20;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "RULE", descriptionKey = "pack.explain.rule")
    private String wanted = "";

    @Option(names = "--on", paramLabel = "DATE", descriptionKey = "pack.explain.on")
    private @Nullable String on;

    @Option(names = "--pack", paramLabel = "PACK", defaultValue = "national", descriptionKey = "option.pack")
    private String pack = "national";

    @Override
    public Integer call() throws IOException {
        Tools tools = (Tools) Objects.requireNonNull(spec).root().userObject();
        LocalDate day = null;
        if (on != null) {
            Optional<LocalDate> parsed = StartDate.parse(on);
            if (parsed.isEmpty()) {
                return tools.refuse("days.start-wrong", on);
            }
            day = parsed.get();
        }
        return switch (PackLoader.load(tools.packs(), pack)) {
            case PackLoading.Faulty faulty -> {
                for (PackFault fault : faulty.faults()) {
                    tools.console().err().println(tools.words().say(fault));
                }
                yield Tools.WRONG_DATA;
            }
            case PackLoading.Loaded loaded -> explain(tools, loaded.policy(), day);
        };
    }

    private int explain(Tools tools, Policy policy, @Nullable LocalDate day) throws IOException {
        List<Rule> family = family(policy);
        if (family.isEmpty()) {
            List<String> near = near(policy);
            tools.console()
                    .err()
                    .println(
                            near.isEmpty()
                                    ? tools.words().say("pack.explain.no-such", wanted)
                                    : tools.words().say("pack.explain.unknown", wanted, String.join(", ", near)));
            return Tools.WRONG_DATA;
        }
        List<Rule> shown = day == null ? family : inForce(family, day);
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(tools.console().out(), StandardCharsets.UTF_8))) {
            for (Rule rule : shown) {
                out.write(text(tools, rule));
                for (Rule below : replaced(tools.packs(), rule)) {
                    line(
                            out,
                            tools,
                            "pack.explain.replaces",
                            below.place(),
                            below.basis().citation());
                }
                for (Rule other : family) {
                    if (!shown.contains(other)) {
                        line(out, tools, "pack.explain.other", other.id(), days(tools, other), other.place());
                    }
                }
                out.write('\n');
            }
        }
        if (shown.isEmpty()) {
            tools.console().err().println(tools.words().say("pack.explain.none-in-force", wanted, String.valueOf(day)));
            return Tools.WRONG_DATA;
        }
        return Tools.FINE;
    }

    /** Ids that hold the wanted one, or share parts with it, the most alike first. */
    private List<String> near(Policy policy) {
        Set<String> parts = new HashSet<>(List.of(wanted.split("\\.")));
        Map<String, Integer> alike = new HashMap<>();
        for (Rule rule : policy.rules()) {
            Set<String> shared = new HashSet<>(List.of(rule.id().split("\\.")));
            shared.retainAll(parts);
            int weight = rule.id().contains(wanted) ? NEAR : shared.size();
            if (weight > 0) {
                alike.put(rule.id(), weight);
            }
        }
        return alike.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .limit(NEAR)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The rule of that id, the editions of that clock, or all rules below that id. */
    private List<Rule> family(Policy policy) {
        if (policy.deadlines().containsKey(wanted)) {
            return Objects.requireNonNull(policy.deadlines().get(wanted)).editions().stream()
                    .map(edition -> edition.rule())
                    .toList();
        }
        return policy.rules().stream()
                .filter(rule -> rule.id().equals(wanted) || rule.id().startsWith(wanted + "."))
                .toList();
    }

    private static List<Rule> inForce(List<Rule> family, LocalDate day) {
        return family.stream().filter(rule -> rule.validity().covers(day)).toList();
    }

    private static String text(Tools tools, Rule rule) throws IOException {
        Words words = tools.words();
        return String.join(
                "\n",
                rule.id() + "  " + rule.title().zh() + " / " + rule.title().en(),
                words.say("pack.explain.days", days(tools, rule)),
                words.say(
                        "pack.explain.basis",
                        rule.basis().citation(),
                        words.say("level." + rule.basis().level())),
                words.say("pack.explain.confidence", words.say("confidence." + rule.confidence())),
                words.say("pack.explain.place", "policy-packs/" + rule.place()),
                RuleText.of(tools.packs(), rule).indent(4));
    }

    private static String days(Tools tools, Rule rule) {
        Validity validity = rule.validity();
        String end = validity.to() == null
                ? tools.words().say("pack.explain.open")
                : validity.to().toString();
        return validity.from() + " – " + end;
    }

    /** What the packs below say under the same id, where this pack says something else. */
    private List<Rule> replaced(Path packs, Rule rule) throws IOException {
        List<Rule> replaced = new ArrayList<>();
        for (Path folder : PackFolders.chain(packs, pack)) {
            String name = folder.getFileName().toString();
            if (!name.equals(pack) && PackLoader.load(packs, name) instanceof PackLoading.Loaded loaded) {
                loaded.policy().rules().stream()
                        .filter(below ->
                                below.id().equals(rule.id()) && !below.place().equals(rule.place()))
                        .forEach(replaced::add);
            }
        }
        return replaced;
    }

    private static void line(Writer out, Tools tools, String key, Object... facts) throws IOException {
        out.write(tools.words().say(key, facts));
        out.write('\n');
    }
}
