package org.xinheng.server.service.inbox;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.policy.SourceScope;
import org.xinheng.server.service.ServedDocument;

/** Served documents as a reader may see them; every look is logged before anything is given out. */
final class Shelf {

    private final DocumentStore store;
    private final PolicyInForce inForce;
    private final Organisations organisations;
    private final AccessLog log;
    private final Clock clock;

    Shelf(DocumentStore store, PolicyInForce inForce, Organisations organisations, AccessLog log, Clock clock) {
        this.store = store;
        this.inForce = inForce;
        this.organisations = organisations;
        this.log = log;
        this.clock = clock;
    }

    static boolean own(Actor reader) {
        return reader.may(Permission.OWN_FILE);
    }

    /** An organisation's account sees its own and nothing else, whatever else it may. */
    DocumentScope scope(Actor reader) {
        if (own(reader)) {
            return new DocumentScope.OfOrganisation(idsOf(reader));
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        SourceScope sources = SourceScope.toSee(reader, inForce.policy(), today);
        return sources.all() ? new DocumentScope.All() : new DocumentScope.OfAuthorities(sources.codes());
    }

    private Set<Long> idsOf(Actor reader) {
        String code = reader.organisation();
        return code == null
                ? Set.of()
                : organisations
                        .findByCode(code)
                        .map(organisation -> organisations.idsOf(organisation.id()))
                        .orElse(Set.of());
    }

    /** @param before only documents below this id */
    List<DocumentLine> list(Actor reader, long before, int size) {
        log.read(reader, "documents", null, own(reader) ? "own inbox" : "served documents");
        return lines(store.list(scope(reader), before, size));
    }

    Optional<DocumentLine> find(Actor reader, long id) {
        Optional<ServedDocument> found = store.find(id).filter(scope(reader)::covers);
        found.ifPresent(document -> log.read(
                reader, "document", document.organisationId(), own(reader) ? "own inbox" : "served document " + id));
        return found.map(document -> lines(List.of(document)).getFirst());
    }

    /** The kept bytes; that the organisation itself opened them is remembered. */
    Optional<byte[]> content(Actor reader, long id) {
        if (find(reader, id).isEmpty()) {
            return Optional.empty();
        }
        if (own(reader)) {
            store.opened(id, clock.instant(), reader.name());
        }
        return store.content(id);
    }

    private List<DocumentLine> lines(List<ServedDocument> documents) {
        var labels = organisations.labels(
                documents.stream().map(ServedDocument::organisationId).toList());
        Policy policy = inForce.policy();
        return documents.stream()
                .map(document -> new DocumentLine(
                        document,
                        Optional.ofNullable(labels.get(document.organisationId()))
                                .map(OrganisationLabel::name)
                                .orElse(""),
                        policy.authority(document.authority())
                                .map(authority -> authority.name().zh())
                                .orElse(document.authority())))
                .toList();
    }
}
