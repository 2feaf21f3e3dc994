package org.xinheng.server.publicity.lists;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.core.listing.ListedByRecord;
import org.xinheng.core.policy.ListRule;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.RecordType;
import org.xinheng.server.archive.PublicRecords;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.organisation.Organisations;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.policy.PolicyInForce;
import org.xinheng.server.publicity.reading.RecordReader;
import org.xinheng.server.web.Formats;

/**
 * Who stands on a list today (名单在列): read from the records that may be shown, so that an entry is off the page with its record,
 * on the day of its end, its removal, its repair or its withdrawal.
 */
@Component
class EntriesInForce {

    /** Records looked through for one page at most: a list holds a part of the records of its type. */
    private static final int LOOKED_THROUGH = 2000;

    private static final int AT_ONCE = 50;

    private final PublicRecords records;
    private final Organisations organisations;
    private final PolicyInForce inForce;
    private final Clock clock;

    EntriesInForce(PublicRecords records, Organisations organisations, PolicyInForce inForce, Clock clock) {
        this.records = records;
        this.organisations = organisations;
        this.inForce = inForce;
        this.clock = clock;
    }

    /** @param next key of the page that follows; null on the last one */
    record Page(List<Entry> entries, @Nullable String next) {}

    Policy policy() {
        return inForce.policy();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Formats.BEIJING);
    }

    /** Records of each type that the public sees today. */
    List<Long> counts(List<RecordType> types) {
        return records.counts(types.stream().map(RecordType::id).toList(), today());
    }

    /** The newest entries of all lists that share a record type. */
    List<Entry> newest(RecordType type, int most) {
        return entries(records.list(of(type), null, most, today()).records());
    }

    /**
     * Entries of one list, newest decisions first.
     *
     * @param after key of the page before this one
     * @param fewest entries after which a page is full; the last look may bring some more
     */
    Page of(ListRule list, @Nullable String after, int fewest) {
        RecordType type =
                policy().recordType(String.valueOf(list.scope().recordType())).orElseThrow();
        List<RecordVersion> found = new ArrayList<>();
        String key = after;
        int looked = 0;
        do {
            PublicRecords.Page page = records.list(of(type), key, AT_ONCE, today());
            page.records().stream()
                    .filter(record -> ListedByRecord.on(list, type, record.values()))
                    .forEach(found::add);
            looked += AT_ONCE;
            key = page.next();
        } while (key != null && found.size() < fewest && looked < LOOKED_THROUGH);
        return new Page(entries(found), key);
    }

    private static PublicRecords.Filter of(RecordType type) {
        return new PublicRecords.Filter(type.id(), null, null, null, null);
    }

    private List<Entry> entries(List<RecordVersion> versions) {
        RecordReader reader = new RecordReader(policy());
        Map<Long, OrganisationLabel> parties = organisations.labels(
                versions.stream().map(RecordVersion::organisationId).toList());
        return versions.stream()
                .map(version -> new Entry(reader.read(version), parties.get(version.organisationId())))
                .toList();
    }
}
