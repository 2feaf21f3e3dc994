package org.xinheng.packs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** The files of a pack and of the packs below it, read once: bytes for the version, YAML trees laid over each other. */
final class PackFiles {

    /** Name of the file that makes a folder a pack. */
    static final String HEAD = "pack.yaml";

    private static final String IDENTITY = "place.yaml";

    private static final Set<String> FOLDERS =
            Set.of("catalogue", "codelists", "gate", "calendar", "lists", "evaluation", "reports", "casework");
    private static final Set<String> SINGLE = Set.of(
            HEAD,
            "sources.yaml",
            "place.yaml",
            "authorities.yaml",
            "functions.yaml",
            "feeds.yaml",
            "remits.yaml",
            "consent.yaml",
            "deadlines.yaml",
            "matters.yaml",
            "measures.yaml",
            "punishment-list.yaml",
            "publicity-standard.yaml",
            "commitments.yaml",
            "commitment-items.yaml",
            "documents.yaml",
            "early-warnings.yaml",
            "breach-notices.yaml",
            "follow-ups.yaml",
            "grade-release.yaml",
            "risk.yaml",
            "inspection.yaml",
            "monitoring.yaml",
            "voluntary-facts.yaml");

    private final Path packs;
    private final FaultLog faults;
    /** Bytes by path below the folder of packs, in name order: the version is taken over them. */
    private final TreeMap<String, byte[]> bytes = new TreeMap<>();
    /** Folders of the pack and those below it, the lowest first. */
    private final List<String> chain = new ArrayList<>();
    /** Effective YAML by path below the pack, and the folder that said it last. */
    private final Map<String, MappingNode> documents = new TreeMap<>();

    PackFiles(Path packs, FaultLog faults) {
        this.packs = packs;
        this.faults = faults;
    }

    /** Reads a pack with everything below it; the faults say what could not be read. */
    void read(String name) throws IOException {
        if (!Files.isRegularFile(packs.resolve(name).resolve(HEAD))) {
            faults.add(Position.ofFile(name + "/" + HEAD), "pack.unknown", name);
            return;
        }
        List<String> downwards = new ArrayList<>();
        Map<String, Map<String, MappingNode>> read = new LinkedHashMap<>();
        String next = name;
        while (next != null) {
            downwards.addFirst(next);
            Map<String, MappingNode> own = readFolder(next);
            read.put(next, own);
            next = below(own.get(HEAD), downwards);
        }
        for (String pack : downwards) {
            chain.add(pack);
            Map<String, MappingNode> own = read.getOrDefault(pack, Map.of());
            own.forEach((path, node) -> documents.merge(
                    path, node, path.equals(IDENTITY) ? PackMerge::replace : new PackMerge(faults)::merge));
        }
    }

    private @Nullable String below(@Nullable MappingNode head, List<String> above) {
        if (head == null) {
            return null;
        }
        Block block = new Block(head, faults);
        String base = block.textOrNull("extends");
        if (base == null) {
            return null;
        }
        if (above.contains(base)) {
            faults.add(block.at("extends"), "pack.circle", base);
            return null;
        }
        if (!Files.isRegularFile(packs.resolve(base).resolve(HEAD))) {
            faults.add(block.at("extends"), "pack.base-unknown", base);
            return null;
        }
        return base;
    }

    private Map<String, MappingNode> readFolder(String pack) throws IOException {
        Map<String, MappingNode> own = new TreeMap<>();
        Path folder = packs.resolve(pack);
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            String path = folder.relativize(file).toString().replace('\\', '/');
            byte[] content = Files.readAllBytes(file);
            bytes.put(pack + "/" + path, content);
            if (path.endsWith(".yaml")) {
                if (isKnown(path)) {
                    parse(pack + "/" + path, content).ifPresent(node -> own.put(path, node));
                } else {
                    faults.add(Position.ofFile(pack + "/" + path), "file.unknown", path);
                }
            }
        }
        return own;
    }

    private static boolean isKnown(String path) {
        int slash = path.indexOf('/');
        return slash < 0
                ? SINGLE.contains(path)
                : FOLDERS.contains(path.substring(0, slash)) && path.indexOf('/', slash + 1) < 0;
    }

    private Optional<MappingNode> parse(String label, byte[] content) {
        Optional<String> text = text(label, content);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Node root = YamlTrees.of(label, text.get());
            if (root instanceof MappingNode mapping) {
                return Optional.of(mapping);
            }
            faults.add(Position.ofFile(label), "yaml.not-a-mapping");
        } catch (MarkedYamlEngineException e) {
            faults.add(
                    e.getProblemMark().map(Position::of).orElse(Position.ofFile(label)), "yaml.syntax", e.getProblem());
        } catch (YamlEngineException e) {
            faults.add(Position.ofFile(label), "yaml.syntax", String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    /** Strict UTF-8: a file in another encoding would turn into other words without anybody noticing. */
    private Optional<String> text(String label, byte[] content) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException e) {
            faults.add(Position.ofFile(label), "file.encoding");
            return Optional.empty();
        }
    }

    /** The effective document at a path below the pack. */
    Optional<MappingNode> document(String path) {
        return Optional.ofNullable(documents.get(path));
    }

    /** The effective documents of a folder, in name order, by path. */
    Map<String, MappingNode> documentsIn(String folder) {
        Map<String, MappingNode> found = new TreeMap<>();
        documents.forEach((path, node) -> {
            if (path.startsWith(folder + "/")) {
                found.put(path, node);
            }
        });
        return found;
    }

    /** Text of a table file that stands beside a document. */
    Optional<String> table(String path) {
        byte[] content = bytes.get(path);
        return content == null ? Optional.empty() : text(path, content);
    }

    /** Folders of the pack and of those below it, the lowest first. */
    List<Path> folders() {
        return chain.stream().map(packs::resolve).toList();
    }

    /** Name of the pack that stands on no other. */
    String lowest() {
        return chain.getFirst();
    }

    /** The path that messages use: below the folder of packs. */
    String shown(String file) {
        Path path = Path.of(file);
        return path.startsWith(packs) ? packs.relativize(path).toString().replace('\\', '/') : file;
    }

    /** All files as they were read. */
    PackContent content() {
        return new PackContent(bytes);
    }
}
