package org.xinheng.server.intake.desk;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.intake.Deliveries;
import org.xinheng.server.intake.Delivery;
import org.xinheng.server.policy.PolicyInForce;

/** The counter (报送窗口): a source sees and delivers only its own, the credit office everybody's. */
public final class Desk {

    private final Deliveries deliveries;
    private final PolicyInForce inForce;

    public Desk(Deliveries deliveries, PolicyInForce inForce) {
        this.deliveries = deliveries;
        this.inForce = inForce;
    }

    /** For which source an actor acts. */
    public sealed interface Mandate {
        /** @param source code, or id where the pack knows no sources */
        record For(String source) implements Mandate {}

        /** It has no source of its own and named none. */
        record NobodyNamed() implements Mandate {}

        record NotItsOwn() implements Mandate {}
    }

    /** @param asked code or id of the source; null or blank when the actor did not say */
    public Mandate mandate(Actor actor, String type, @Nullable String asked) {
        Policy policy = inForce.policy();
        String named = asked == null || asked.isBlank() ? null : code(policy, asked.strip());
        if (actor.may(Permission.DELIVER_FOR_ALL)) {
            String source = named == null ? usual(policy, actor, type) : named;
            return source == null ? new Mandate.NobodyNamed() : new Mandate.For(source);
        }
        String own = actor.source() == null ? null : code(policy, actor.source());
        return own == null || (named != null && !named.equals(own)) ? new Mandate.NotItsOwn() : new Mandate.For(own);
    }

    /** The register comes from the registration authority unless somebody says otherwise. */
    private static @Nullable String usual(Policy policy, Actor actor, String type) {
        boolean register = policy.recordType(type)
                .filter(found -> found.target() == RecordType.Target.REGISTER)
                .isPresent();
        String usual = register ? policy.place().registrationSource() : actor.source();
        return usual == null ? null : code(policy, usual);
    }

    /** A delivery that the actor may see; one that it may not see is not there. */
    public Optional<Delivery> find(Actor actor, long id) {
        return deliveries.find(id).filter(delivery -> sees(actor, delivery.source()));
    }

    /**
     * Newest first.
     *
     * @param asked a source, for those who see all; null for whatever the actor may see
     */
    public List<Delivery> list(Actor actor, @Nullable String asked, int limit) {
        if (seesAll(actor)) {
            return deliveries.ofSource(asked == null || asked.isBlank() ? null : asked.strip(), limit);
        }
        String own = actor.source();
        return own == null ? List.of() : deliveries.ofSource(own, limit);
    }

    public boolean seesAll(Actor actor) {
        return actor.may(Permission.DELIVER_FOR_ALL) || actor.may(Permission.OVERSEE);
    }

    private boolean sees(Actor actor, String source) {
        String own = actor.source();
        return seesAll(actor) || (own != null && code(inForce.policy(), own).equals(source));
    }

    /** What the log of reads says of the purpose: a source looks at what it delivered itself, others oversee. */
    public String purpose(Actor actor) {
        return seesAll(actor) ? "overseeing deliveries" : "own delivery";
    }

    private static String code(Policy policy, String codeOrId) {
        return policy.authority(codeOrId).map(Authority::code).orElse(codeOrId);
    }
}
