package org.xinheng.core.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue says of a record type beside its fields (目录属性).
 *
 * @param recordType the type
 * @param group class of the national catalogue (目录类别), a value of the code list {@code catalogue-class}
 * @param timeliness id of the period in which a record must be delivered; null where none is set
 * @param sources who provides it (来源单位), in words
 * @param masking what is masked before anybody sees it, in words; null where the fields say all
 */
public record CatalogueEntry(
        String recordType,
        String group,
        @Nullable String timeliness,
        List<Title> sources,
        @Nullable Title masking) {

    /** Class of the catalogue whose records are judgements, such as grades: nothing that burdens hangs on one. */
    private static final String EVALUATIONS = "evaluation";

    public CatalogueEntry {
        sources = List.copyOf(sources);
    }

    /** Whether its records are judgements and no findings. */
    public boolean isJudgement() {
        return group.equals(EVALUATIONS);
    }
}
