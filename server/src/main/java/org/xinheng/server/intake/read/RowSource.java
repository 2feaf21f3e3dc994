package org.xinheng.server.intake.read;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of one delivered file, streamed: headers and data alike, blank rows left out but counted. */
public interface RowSource extends Closeable {

    /**
     * The next row that has any content; null at the end.
     *
     * @throws FileRefused when the file cannot be read on, for reasons that its sender can act on
     * @throws IOException when the delivery broke off: it never becomes one
     */
    @Nullable
    SourceRow next() throws IOException;
}
