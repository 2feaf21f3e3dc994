package org.xinheng.server.publicity.page;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.publicity.ChapterOfOrganisationPage;
import org.xinheng.server.publicity.ChapterOfOrganisationPage.Chapter;
import org.xinheng.server.publicity.ChapterOfOrganisationPage.Told;
import org.xinheng.server.web.Words;

/**
 * What stands in the database about organisations that are visited: read for all who ask at the same time by the same few statements,
 * kept for nobody.
 */
@Component
final class OrganisationFiles {

    private final Portal portal;
    private final Supplier<List<ChapterOfOrganisationPage>> offers;
    private final GroupedReading<String, File> readings = new GroupedReading<>(this::read);

    OrganisationFiles(Portal portal, ObjectProvider<ChapterOfOrganisationPage> offers) {
        this.portal = portal;
        this.offers = SingletonSupplier.of(() -> offers.orderedStream().toList());
    }

    /**
     * One organisation as it stands now.
     *
     * @param records those that the public may see today, newest decisions first
     * @param told what other modules have read about it
     */
    record File(Organisation organisation, List<RecordVersion> records, List<Told> told) {

        List<Chapter> chapters(Words words) {
            return told.stream()
                    .flatMap(offer -> offer.of(organisation, records, words).stream())
                    .toList();
        }
    }

    /**
     * @param code in any spelling
     * @return null when the register does not know it
     */
    @Nullable
    File read(String code) {
        return readings.read(code);
    }

    private Map<String, File> read(Set<String> codes) {
        Map<String, Organisation> organisations = portal.organisations().findByCodes(codes);
        if (organisations.isEmpty()) {
            return Map.of();
        }
        LocalDate today = portal.today();
        Collection<Organisation> visited = organisations.values();
        Map<Long, List<RecordVersion>> records = portal.records()
                .ofOrganisations(visited.stream().map(Organisation::id).collect(Collectors.toUnmodifiableSet()), today);
        List<Told> told =
                offers.get().stream().map(offer -> offer.about(visited)).toList();
        Map<String, File> files = new HashMap<>();
        organisations.forEach((code, organisation) ->
                files.put(code, new File(organisation, records.getOrDefault(organisation.id(), List.of()), told)));
        return files;
    }
}
