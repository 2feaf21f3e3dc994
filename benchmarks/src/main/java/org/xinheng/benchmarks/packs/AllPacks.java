package org.xinheng.benchmarks.packs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.xinheng.core.policy.Policy;
import org.xinheng.packs.PackLoader;
import org.xinheng.packs.PackLoading;

/** Every shipped pack, each with the packs below it, from the files to what is judged by. */
@State(Scope.Benchmark)
public class AllPacks {

    private static final Path FOLDER =
            Path.of(System.getProperty("xinheng.home", ".")).resolve("policy-packs");

    /** Names of the shipped packs. */
    static List<String> names() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(folder -> Files.exists(folder.resolve("pack.yaml")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    static Policy load(String name) throws IOException {
        return sound(PackLoader.load(FOLDER, name));
    }

    private static Policy sound(PackLoading loading) {
        return switch (loading) {
            case PackLoading.Loaded(Policy policy) -> policy;
            case PackLoading.Faulty(var faults) -> throw new IllegalStateException(faults.toString());
        };
    }

    /** As {@code pack lint} does. */
    @Benchmark
    public List<Policy> load() throws IOException {
        List<PackLoader.Folder> folders = names().stream()
                .map(name -> new PackLoader.Folder(FOLDER, name))
                .toList();
        return PackLoader.loadAll(folders).stream().map(AllPacks::sound).toList();
    }
}
