package org.xinheng.server.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Look-ups in the register; redirects of merged entries are followed. */
public interface Organisations {

    Optional<Organisation> find(long id);

    /** @param code any spelling of a unified social credit code; it is normalised first */
    default Optional<Organisation> findByCode(String code) {
        return Optional.ofNullable(findByCodes(Set.of(code)).get(code));
    }

    /** @param codes any spellings of unified social credit codes; @return by the code as it was asked, unknown ones absent */
    Map<String, Organisation> findByCodes(Set<String> codes);

    /**
     * The organisation that an older number was registered for, empty also when there are several: then the number
     * identifies nobody.
     *
     * @param number organisation code or registration number, in any spelling
     */
    Optional<Organisation> findByOlderNumber(String number);

    /** Current name and code for many ids, for lists of records; unknown ids are absent. */
    Map<Long, OrganisationLabel> labels(Collection<Long> ids);

    /**
     * Searches by exact code first, then by name (brackets, widths, case and blanks equal; parts of a name; several words
     * all to be found).
     *
     * @param text what a person typed, one character or more
     * @param limit most hits to return, 1–100
     */
    List<OrganisationHit> search(String text, int limit);

    /** Subjects by code for a batch of rows, at most 10,000 codes; unknown ones are absent. */
    Map<String, Subject> subjects(Collection<String> codes);

    /**
     * Opens stub subjects (外地主体，登记信息待核) for valid codes that the register does not hold; codes that got one
     * meanwhile return that one. Names are kept as first heard, for later comparison.
     *
     * @param namesByCode normalised code → name as delivered
     */
    Map<String, Subject> openStubs(Map<String, String> namesByCode, long deliveryId);

    /** Candidates for a row that names an organisation without a usable code: likeness of names only, linked by a human. */
    List<OrganisationHit> candidates(String name, int limit);

    /**
     * Position of the register as the transaction of the calling thread sees it.
     *
     * @throws org.springframework.dao.DataAccessException when the database cannot be read
     */
    long position();

    /** Whether nobody in it has a name: then nobody is found, whatever was registered once. */
    boolean isEmpty();

    /**
     * Ids under which an organisation has stood or stands: records, grants and visits stay attached to the id that they were
     * written under.
     *
     * @param id of the organisation or of an entry that was merged into it
     * @return the id that redirects lead to first, then every entry merged into it; the id alone when it is unknown
     */
    Set<Long> idsOf(long id);

    /** Every entry that leads to another one now. */
    List<Merged> merged();

    /**
     * Every organisation of the register, stubs included, each once under the id that redirects lead to; for snapshots.
     *
     * @return the register's position at which this was read, for {@link #eachChangedSince}
     */
    long each(Consumer<Organisation> reader);

    /**
     * Organisations opened, renamed, merged, unlinked or otherwise changed after a position of the register, as they stand
     * now; a merged one stands under the id that it redirects to. After a register was delivered that may be all of them, so
     * that they are handed over one by one.
     *
     * @return position of the register that this brings a reader to
     */
    long eachChangedSince(long position, Consumer<Organisation> reader);

    /**
     * @param id of the entry that was merged: records stay attached to it
     * @param code its own unified code, when it has one
     * @param into where its redirects end
     */
    record Merged(long id, @Nullable String code, long into) {}

    /** @param nameKeys keys ({@code core.record.OrganisationName}) of every name that the organisation ever held */
    record Subject(long id, String code, List<String> nameKeys) {}

    record OrganisationLabel(long id, @Nullable String code, String name) {}

    record OrganisationHit(long id, @Nullable String code, String name, String matchedName, boolean exact) {}
}
