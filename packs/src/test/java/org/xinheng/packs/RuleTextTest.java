package org.xinheng.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.Rule;

/** A rule is shown as it stands in its file, and nothing of its neighbours. */
class RuleTextTest extends CopiedPacks {

    private static final String BEGINS = """
            # The founding order of the made-up city.
            reporting-begins:
            # Signed by the mayor (made up).
              title: {zh: 开始报送, en: Reporting begins}
              from: 2026-06-01
              basis: {source: lanheng-scheme, article: 第二条（虚构）}
              confidence: proposed
            """;

    private Policy policy;

    @BeforeEach
    void reportingBegins() throws IOException {
        change("demo-city/monitoring.yaml", text -> text + "\n" + BEGINS);
        policy = ((PackLoading.Loaded) PackLoader.load(packs, "demo-city")).policy();
    }

    private String text(Rule rule) throws IOException {
        return RuleText.of(packs, rule);
    }

    @Test
    void ruleThatIsAMappingOfItsOwnEndsWhereItEnds() throws IOException {
        Rule begins = Objects.requireNonNull(policy.instruments().monitoring().reportingBegins());

        assertThat(begins.validity().from()).isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(text(begins)).isEqualTo(BEGINS.strip());
    }

    @Test
    void itemOfAListEndsWithTheNext() throws IOException {
        Rule assessment =
                policy.instruments().monitoring().assessments().getFirst().rule();

        assertThat(text(assessment)).startsWith("- id: departments").doesNotContain("reporting-begins");
    }

    @Test
    void recordTypeIsItsWholeFile() throws IOException {
        String text = text(Objects.requireNonNull(policy.recordTypes().get("administrative-penalty"))
                .rule());

        assertThat(text).startsWith("# Penalties of organisations").contains("excluded-subjects:");
    }
}
