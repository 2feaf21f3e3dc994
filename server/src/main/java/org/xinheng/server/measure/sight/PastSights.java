package org.xinheng.server.measure.sight;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.xinheng.core.code.CodeFinding;
import org.xinheng.core.measure.MeasureCatalogue;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.archive.Holdings;
import org.xinheng.server.archive.KnownRecords;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.organisation.PastOrganisations;

/** Sees a subject as it stood at earlier positions under an earlier edition of the rules; reads the database each time. */
public final class PastSights {

    private final KnownRecords records;
    private final Holdings holdings;
    private final PastOrganisations register;
    private final ZoneId zone;
    /** One for each edition that was ever in force: few, and kept by the server anyhow. */
    private final Map<String, Edition> editions = new ConcurrentHashMap<>();

    private record Edition(List<String> types, RecordReading reading) {
        static Edition of(Policy rules) {
            MeasureCatalogue catalogue = MeasureCatalogue.of(rules);
            return new Edition(List.copyOf(catalogue.recordTypes()), new RecordReading(rules, catalogue));
        }
    }

    /** @param zone in which days begin and end */
    public PastSights(KnownRecords records, Holdings holdings, PastOrganisations register, ZoneId zone) {
        this.records = records;
        this.holdings = holdings;
        this.register = register;
        this.zone = zone;
    }

    /** @throws org.springframework.dao.DataAccessException when it cannot be seen */
    public Sight look(CodeFinding code, Positions at, Policy rules) {
        Edition edition = editions.computeIfAbsent(rules.version(), _ -> Edition.of(rules));
        PastOrganisations.Then then = register.at(at.register(), rules);
        Organisation found = (code.uscc().isPresent()
                        ? then.findByCode(code.normalised())
                        : then.findByOlderNumber(code.normalised()))
                .orElse(null);
        Feeds feeds = Feeds.of(holdings.feeds(at.archive(), rules), rules, zone);
        if (found == null) {
            return new Sight(at, null, List.of(), feeds);
        }
        List<KnownRecord> known = new ArrayList<>();
        KnownRecords under = records.under(rules);
        for (long id : found.ids()) {
            under.eachOf(
                    List.of(id),
                    edition.types(),
                    at.archive(),
                    version -> edition.reading().read(version).ifPresent(known::add));
        }
        return new Sight(at, Subject.of(found, rules), known, feeds);
    }
}
