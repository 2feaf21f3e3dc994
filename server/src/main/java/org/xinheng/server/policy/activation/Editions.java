package org.xinheng.server.policy.activation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.util.FileSystemUtils;
import org.xinheng.core.policy.Policy;
import org.xinheng.packs.PackContent;
import org.xinheng.packs.PackLoader;
import org.xinheng.packs.PackLoading;
import org.xinheng.server.policy.PackRefused;

/**
 * Every edition that was, is, or may come into force here, with its files (规则包版本库): what was judged by it can be judged by it
 * again, whatever happened to the folder of packs meanwhile.
 */
public final class Editions {

    private final ActivationStore store;
    private final Path unpacked;
    private final Clock clock;
    private final Map<String, Edition> loaded = new ConcurrentHashMap<>();

    /** @param unpacked folder in which stored editions are laid out to be read */
    public Editions(ActivationStore store, Path unpacked, Clock clock) {
        this.store = store;
        this.unpacked = unpacked;
        this.clock = clock;
    }

    /** Keeps an edition with its files; nothing happens where it is kept already. */
    void keep(Edition edition, PackContent content) {
        loaded.putIfAbsent(edition.version(), edition);
        store.keep(edition.version(), edition.policy().pack(), PackZip.of(content), clock.instant());
    }

    /** @return empty for a version that was never kept */
    Optional<Edition> find(String version) {
        Edition known = loaded.get(version);
        return known != null
                ? Optional.of(known)
                : store.edition(version).map(kept -> loaded.computeIfAbsent(version, _ -> load(kept, version)));
    }

    /**
     * A folder with the files of an edition; what lies there is used only where it is still the same.
     *
     * @throws IllegalArgumentException for a version that was never kept
     */
    Path folder(String version) throws IOException {
        ActivationStore.Kept kept =
                store.edition(version).orElseThrow(() -> new IllegalArgumentException("no edition " + version));
        return layOut(kept, version);
    }

    private synchronized Path layOut(ActivationStore.Kept kept, String version) throws IOException {
        Path folder = unpacked.toAbsolutePath().normalize().resolve(version);
        if (!PackContent.read(folder, kept.pack()).version().equals(version)) {
            FileSystemUtils.deleteRecursively(folder);
            PackZip.read(kept.files()).writeTo(folder);
        }
        return folder;
    }

    private Edition load(ActivationStore.Kept kept, String version) {
        try {
            Path folder = layOut(kept, version);
            return switch (PackLoader.load(folder, kept.pack())) {
                case PackLoading.Loaded(Policy policy) -> checked(Edition.of(policy, folder), version);
                // A later release may read packs more strictly than the one that kept it.
                case PackLoading.Faulty(var faults) -> throw new PackRefused(kept.pack(), faults);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Edition checked(Edition edition, String version) {
        if (!edition.version().equals(version)) {
            throw new IllegalStateException("what was kept as edition " + version + " is " + edition.version());
        }
        return edition;
    }
}
