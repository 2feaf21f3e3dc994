package org.xinheng.server.policy;

import java.io.IOException;
import java.util.List;
import org.xinheng.packs.PackLoading;

/** The packs that lie in the folder of packs, the one in force among them: to be compared and switched on. */
public interface PackShelf {

    /** Names of the packs, in their order. */
    List<String> names() throws IOException;

    /** @param name of a pack; a name that is none gives its faults */
    PackLoading read(String name) throws IOException;
}
