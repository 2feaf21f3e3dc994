package org.xinheng.server.policy;

import java.io.IOException;
import org.xinheng.packs.PackLoading;

/** The packs that lie beside the one in force: read to be compared, never to judge by. */
@FunctionalInterface
public interface PackShelf {

    /** @param name of a pack; a name that is none gives its faults */
    PackLoading read(String name) throws IOException;
}
