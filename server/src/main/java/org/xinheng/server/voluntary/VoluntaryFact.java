package org.xinheng.server.voluntary;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A fact as its organisation filed it, with what became of it.
 *
 * @param organisation id in the register
 * @param truth the commitment to truth, as it was ticked
 * @param decision of the body that verifies; null while it is awaited
 * @param withdrawnAt when the organisation took it back; null while it stands
 */
public record VoluntaryFact(
        long id,
        long organisation,
        Content content,
        String truth,
        Instant filedAt,
        @Nullable Decision decision,
        @Nullable Instant withdrawnAt) {

    /**
     * What is said.
     *
     * @param kind id of a kind of the pack
     * @param number of the certificate or entry; blank where there is none
     * @param issuer who certifies it
     * @param validTo last day of validity; null where it has none
     */
    public record Content(
            String kind,
            String title,
            String number,
            String issuer,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate validTo,
            String words) {}

    /** @param body id of the body that decided; null for the lead authority */
    public record Decision(
            boolean verified, String reasons, @Nullable String body, Instant at) {}

    /** How a fact stands. */
    public enum Stage {
        /** 自主申报: its organisation's own words. */
        DECLARED,
        /** 已核实. */
        VERIFIED,
        /** 未通过核实. */
        REFUSED,
        /** 已撤回. */
        WITHDRAWN
    }

    public Stage stage() {
        if (withdrawnAt != null) {
            return Stage.WITHDRAWN;
        }
        if (decision == null) {
            return Stage.DECLARED;
        }
        return decision.verified() ? Stage.VERIFIED : Stage.REFUSED;
    }

    /** Whether it may be shown to others on a day: not refused, not taken back, not past its last day. */
    public boolean standsOn(LocalDate day) {
        boolean said = stage() == Stage.DECLARED || stage() == Stage.VERIFIED;
        return said && (content.validTo() == null || !content.validTo().isBefore(day));
    }

    /** Under which its attachments are kept. */
    public String reference() {
        return "voluntary-" + id;
    }
}
