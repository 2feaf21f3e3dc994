package org.xinheng.server.policy.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.xinheng.core.impact.PolicyImpact;
import org.xinheng.core.policy.Policy;
import org.xinheng.packs.PackDiff.Difference;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * One pack on the shelf: whether it loads, what it changes, and the form that proposes it.
 *
 * @param found what it says; null when it has faults
 * @param faults of the pack, a sentence each
 * @param differences from the edition in force
 * @param impact on the stored records; null unless it was asked for
 * @param form as typed, and what is wrong with it
 */
public record PackPage(
        String pack,
        @Nullable Found found,
        List<String> faults,
        List<Difference> differences,
        @Nullable PolicyImpact impact,
        Form form)
        implements PageView {

    private static final int MOST_DIFFERENCES = 60;

    public PackPage {
        faults = List.copyOf(faults);
        differences = List.copyOf(differences);
    }

    /**
     * @param inForce whether this very edition is in force
     * @param unverified rules whose source was not verified
     * @param alone whether one person will do
     * @param proposable whether the reader may propose it
     */
    public record Found(Policy policy, boolean inForce, long unverified, boolean alone, boolean proposable) {}

    /** @param wrong field → sentence */
    public record Form(@Nullable String from, @Nullable String reason, Map<String, String> wrong) {
        static final Form EMPTY = new Form(null, null, Map.of());

        public Form {
            wrong = Collections.unmodifiableMap(new LinkedHashMap<>(wrong));
        }
    }

    public String path() {
        return PacksPage.pathOf(pack);
    }

    public List<Difference> shownDifferences() {
        return differences.subList(0, Math.min(MOST_DIFFERENCES, differences.size()));
    }

    public int hiddenDifferences() {
        return differences.size() - shownDifferences().size();
    }

    /** Title of a record type as this pack has it, or its id. */
    public String typeTitle(String type, Words words) {
        return found == null
                ? type
                : found.policy()
                        .recordType(type)
                        .map(known -> words.say(known.title()))
                        .orElse(type);
    }

    /** What the gate says of a record, in words. */
    public static String outcome(PolicyImpact.Outcome outcome, Words words) {
        return switch (outcome.state()) {
            case "shown" ->
                outcome.last() == null
                        ? words.say(PacksText.OUTCOME_SHOWN)
                        : words.say(PacksText.OUTCOME_SHOWN_UNTIL, outcome.last());
            case "not-shown" -> words.say(PacksText.OUTCOME_NOT_SHOWN);
            case "held" -> words.say(PacksText.OUTCOME_HELD);
            default -> words.say(PacksText.OUTCOME_NO_TYPE);
        };
    }

    @Override
    public String template() {
        return "packs/pack";
    }

    @Override
    public String title(Words words) {
        return words.say(PacksText.PACK_TITLE, pack);
    }

    @Override
    public HttpStatus status() {
        return form.wrong().isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public String section() {
        return PacksPage.PATH;
    }
}
