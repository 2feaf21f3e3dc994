package org.xinheng.core.condition;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A class file with the conditions over one record type: plain data that can be stored and sent, equal when its bytes are.
 * The class implements {@link RecordTest}, stands in this package and has a constructor without parameters.
 */
public final class ConditionCode {

    /** More conditions do not find room in the answer's bits. */
    public static final int MOST_CONDITIONS = Long.SIZE;

    private final byte[] classFile;

    public ConditionCode(byte[] classFile) {
        this.classFile = classFile.clone();
    }

    /** The bytes, a copy. */
    public byte[] classFile() {
        return classFile.clone();
    }

    /**
     * Loads the class, verified by the JVM like any other; each call defines it anew.
     *
     * @throws IllegalStateException when the bytes are no such class: a fault of whoever wrote them
     */
    public RecordTest load() {
        try {
            Class<?> defined =
                    MethodHandles.lookup().defineHiddenClass(classFile, true).lookupClass();
            return (RecordTest) defined.getDeclaredConstructor().newInstance();
        } catch (IllegalAccessException
                | InstantiationException
                | InvocationTargetException
                | NoSuchMethodException
                | LinkageError
                | ClassCastException e) {
            throw new IllegalStateException("the code of a condition does not load", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConditionCode that && Arrays.equals(classFile, that.classFile);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(classFile);
    }
}
