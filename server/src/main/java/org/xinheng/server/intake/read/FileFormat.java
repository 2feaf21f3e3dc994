package org.xinheng.server.intake.read;

import java.io.IOException;
import java.io.InputStream;
import org.xinheng.server.intake.spool.Scratches;

/** A kind of file that can be delivered. */
public interface FileFormat {

    /** How many bytes from the start of the file {@link #recognises} may look at. */
    int HEAD = 8;

    /** @param head the first bytes, fewer only when the file is shorter */
    boolean recognises(byte[] head);

    /**
     * @param file from its first byte; the source closes it
     * @param scratches for what does not fit into memory; the source closes what it opens there
     */
    RowSource open(InputStream file, Scratches scratches) throws IOException;
}
