package org.xinheng.server.content;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.archive.PublicRecords;
import org.xinheng.server.archive.PublicRecords.Sight;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.content.Mentions.Part;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.web.Formats;

/**
 * Puts the names into texts when they are read: the name of the organisation while the record behind it is shown, {@link ContentText#UNNAMED}
 * as soon as it is not. Nothing has to run for a name to go.
 */
public final class Naming {

    private final PublicRecords records;
    private final Organisations organisations;
    private final PolicyInForce inForce;
    private final Clock clock;

    public Naming(PublicRecords records, Organisations organisations, PolicyInForce inForce, Clock clock) {
        this.records = records;
        this.organisations = organisations;
        this.inForce = inForce;
        this.clock = clock;
    }

    /** A piece of a text as it is shown. */
    public sealed interface Piece {
        record Words(String text) implements Piece {}

        /** @param address of the record, without language prefix */
        record Named(String name, String address) implements Piece {}

        /** 某单位. */
        record Unnamed() implements Piece {}
    }

    /**
     * One record that a text speaks of and that is shown today.
     *
     * @param adverse whether pages that name it are kept from search engines
     */
    public record Known(String name, long organisation, boolean adverse) {}

    /** Those of the records that the public may see now, by address. */
    public Map<String, Known> known(Collection<String> addresses) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Formats.BEIJING);
        Map<String, RecordVersion> shown = new HashMap<>();
        for (String address : addresses) {
            if (records.find(address, today) instanceof Sight.Visible(RecordVersion record) && isPublic(record)) {
                shown.put(address, record);
            }
        }
        Map<Long, OrganisationLabel> labels = organisations.labels(
                shown.values().stream().map(RecordVersion::organisationId).toList());
        Map<String, Known> known = new HashMap<>();
        shown.forEach((address, record) -> {
            OrganisationLabel label = labels.get(record.organisationId());
            if (label != null) {
                known.put(address, new Known(label.name(), record.organisationId(), adverse(record)));
            }
        });
        return known;
    }

    private boolean isPublic(RecordVersion record) {
        return inForce.policy()
                .recordType(record.type())
                .filter(type -> type.openness() == RecordType.Openness.PUBLIC)
                .isPresent();
    }

    private boolean adverse(RecordVersion record) {
        return inForce.policy()
                .recordType(record.type())
                .filter(type -> type.nature() == RecordType.Nature.ADVERSE)
                .isPresent();
    }

    public static List<Piece> pieces(String text, Map<String, Known> known) {
        List<Piece> pieces = new ArrayList<>();
        for (Part part : Mentions.parts(text)) {
            pieces.add(
                    switch (part) {
                        case Part.Words(String words) -> new Piece.Words(words);
                        case Part.Mention(String address) -> {
                            Known one = known.get(address);
                            yield one == null
                                    ? new Piece.Unnamed()
                                    : new Piece.Named(one.name(), "/records/" + address);
                        }
                    });
        }
        return pieces;
    }

    /** In one line, for titles and hits. */
    public static String line(String text, Map<String, Known> known, String unnamed) {
        StringBuilder line = new StringBuilder();
        for (Piece piece : pieces(text, known)) {
            line.append(
                    switch (piece) {
                        case Piece.Words(String words) -> words;
                        case Piece.Named(String name, String _) -> name;
                        case Piece.Unnamed _ -> unnamed;
                    });
        }
        return line.toString();
    }

    Policy policy() {
        return inForce.policy();
    }
}
