package org.xinheng.core.condition;

import org.jspecify.annotations.Nullable;

/** All conditions over the fields of one record type, in one run over a record. */
public interface RecordTest {

    /**
     * @param values of one record, in the order of the type's fields
     * @return bit i is set when condition i holds; one that fails or is undecided for want of a value leaves it clear
     */
    long holding(@Nullable String[] values);
}
