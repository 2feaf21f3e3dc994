package org.xinheng.packs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.xinheng.core.policy.Policy;

/** Loads a policy pack with the packs that it extends. */
public final class PackLoader {

    private PackLoader() {}

    /**
     * @param policyPacks folder that holds one folder per pack
     * @param name name of the pack, which is the name of its folder
     * @return the policy, or every fault that was found; a pack with one fault does not load
     * @throws IOException when the disk fails; what is wrong in a file is a fault
     */
    public static PackLoading load(Path policyPacks, String name) throws IOException {
        FaultLog faults = new FaultLog();
        PackFiles files = new PackFiles(policyPacks, faults);
        files.read(name);
        Policy policy = files.folders().isEmpty() ? null : new PolicyReader(files, faults).read(name);
        return policy == null || !faults.isEmpty()
                ? new PackLoading.Faulty(faults.sorted())
                : new PackLoading.Loaded(policy);
    }

    /** A pack's folder: the packs below it lie beside it. */
    public record Folder(Path policyPacks, String name) {}

    /**
     * Loads several packs on all processors.
     *
     * @return in the order of the folders
     * @throws IOException when the disk fails
     */
    public static List<PackLoading> loadAll(List<Folder> folders) throws IOException {
        try {
            return folders.parallelStream().map(PackLoader::loaded).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static PackLoading loaded(Folder folder) {
        try {
            return load(folder.policyPacks(), folder.name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
