package org.xinheng.packs;

/** A file of rules bears the id of what it holds, so that a clerk finds it. */
final class Naming {

    private Naming() {}

    static void check(FaultLog faults, Block block, String path, String id) {
        String expected = path.substring(path.lastIndexOf('/') + 1, path.length() - ".yaml".length());
        if (!id.isEmpty() && !id.equals(expected)) {
            faults.add(block.at("id"), "file.name", id, expected);
        }
    }
}
