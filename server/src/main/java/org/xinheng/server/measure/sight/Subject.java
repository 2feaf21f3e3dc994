package org.xinheng.server.measure.sight;

import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Policy;
import org.xinheng.core.policy.SubjectKind;
import org.xinheng.server.organisation.Organisation;

/**
 * An organisation as the register has it, as far as an answer says it.
 *
 * @param category name of the category of its code, as the national list words it
 * @param kind whom measures may touch
 * @param registered false for a stub: 外地主体，登记信息待核
 */
public record Subject(
        long id,
        @Nullable String code,
        String name,
        String category,
        SubjectKind kind,
        Organisation.State state,
        boolean registered) {

    private static final int PREFIX = 2;

    /** One that no register has, for exercises. */
    public static Subject madeUp(String code, String name, Policy policy) {
        String category = policy.codes().prefixes().getOrDefault(code.substring(0, PREFIX), "");
        return new Subject(
                0,
                code,
                name,
                category,
                SubjectKind.ofCategory(category, policy.codes()),
                Organisation.State.EXISTING,
                true);
    }

    static Subject of(Organisation organisation, Policy policy) {
        return new Subject(
                organisation.id(),
                organisation.code(),
                organisation.name(),
                organisation.kind(),
                SubjectKind.ofCategory(organisation.kind(), policy.codes()),
                organisation.state(),
                organisation.registered());
    }
}
