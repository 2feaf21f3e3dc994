package org.xinheng.server.publicity.page;

import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Something that is the same for all, read anew for each who asks, and once for all who asked before a reading began. */
final class SharedReading<T> {

    private final GroupedReading<Boolean, T> readings;

    /** @param source tells what is so now */
    SharedReading(Supplier<T> source) {
        this.readings = new GroupedReading<>(_ -> Map.of(true, source.get()));
    }

    /** @throws RuntimeException or error, what the source threw */
    T read() {
        return Objects.requireNonNull(readings.read(true));
    }
}
