package org.xinheng.server.intake.read;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.intake.FileFinding;

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

    /**
     * What else is wrong with the form of the sheet, asked only when its header was refused: a title over merged cells is
     * the usual cause of a header that cannot be read, and should be named first. Reads on; no row can be had afterwards.
     */
    default List<FileFinding> otherFaults() throws IOException {
        return List.of();
    }
}
