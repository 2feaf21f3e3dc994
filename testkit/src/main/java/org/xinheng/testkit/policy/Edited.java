package org.xinheng.testkit.policy;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.policy.Policy;

/** Copies of records with one component changed, so that a test names only what it changes. */
public final class Edited {

    private Edited() {}

    /**
     * @param component name of the component of the record that becomes {@code value}
     * @throws IllegalArgumentException where the record has no such component
     */
    public static <R extends Record> R with(R original, String component, @Nullable Object value) {
        RecordComponent[] components = original.getClass().getRecordComponents();
        if (Arrays.stream(components).noneMatch(one -> one.getName().equals(component))) {
            throw new IllegalArgumentException(original.getClass() + " has no " + component);
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
        try {
            @Nullable Object[] values = new @Nullable Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = components[i].getName().equals(component)
                        ? value
                        : components[i].getAccessor().invoke(original);
            }
            @SuppressWarnings("unchecked")
            Class<R> type = (Class<R>) original.getClass();
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(component + " of " + original.getClass() + " takes no " + value, e);
        }
    }

    /** The policy as another edition of itself, which the server takes for a change of rules. */
    public static Policy edition(Policy policy, String edition) {
        return with(policy, "version", policy.version() + "-" + edition);
    }

    /** {@link #edition} with one of its instruments changed. */
    public static Policy instrument(Policy policy, String edition, String name, @Nullable Object value) {
        return with(edition(policy, edition), "instruments", with(policy.instruments(), name, value));
    }
}
