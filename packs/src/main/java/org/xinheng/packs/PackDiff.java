package org.xinheng.packs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two packs as they are in effect, rule by rule: the packs below are counted in, the order of files and the
 * wording of remarks are not.
 */
public sealed interface PackDiff {

    /** @param differences in the order of the rules' ids; empty when both say the same */
    record Found(List<Difference> differences) implements PackDiff {
        public Found {
            differences = List.copyOf(differences);
        }
    }

    /** One of the packs does not load. */
    record Faulty(List<PackFault> faults) implements PackDiff {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /**
     * @param id of the rule, or {@code place} for the identity of the place
     * @param before where the first pack has it; null where it has not
     * @param after where the second pack has it; null where it has not
     * @param changes value by value; empty for a rule that only one pack has
     */
    record Difference(
            String id, @Nullable String before, @Nullable String after, List<Change> changes) {
        public Difference {
            changes = List.copyOf(changes);
        }
    }

    /** @param path keys down to the value, items of lists by their id or number */
    record Change(
            String path, @Nullable String before, @Nullable String after) {}

    /** A pack by the folder in which it lies, so that an edited copy elsewhere can be compared with the one in force. */
    record Place(Path packs, String name) {

        /** @param text a name in {@code packs}, or the path of a pack's folder */
        public static Place of(Path packs, String text) {
            Path path = Path.of(text);
            if (path.getNameCount() == 1 && !text.startsWith(".")) {
                return new Place(packs, text);
            }
            Path folder = path.toAbsolutePath().normalize();
            return new Place(
                    Objects.requireNonNull(folder.getParent()),
                    folder.getFileName().toString());
        }
    }

    /** @throws IOException when the disk fails */
    static PackDiff between(Place a, Place b) throws IOException {
        FaultLog faults = new FaultLog();
        Map<String, RuleValues> before = RuleValues.of(a, faults);
        Map<String, RuleValues> after = RuleValues.of(b, faults);
        if (!faults.isEmpty()) {
            return new Faulty(faults.sorted());
        }
        Set<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String id : ids) {
            RuleValues old = before.get(id);
            RuleValues now = after.get(id);
            List<Change> changes = old == null || now == null ? List.of() : changes(old.values(), now.values());
            if (old == null || now == null || !changes.isEmpty()) {
                differences.add(new Difference(
                        id, old == null ? null : old.place(), now == null ? null : now.place(), changes));
            }
        }
        return new Found(differences);
    }

    private static List<Change> changes(Map<String, String> before, Map<String, String> after) {
        Set<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        List<Change> changes = new ArrayList<>();
        for (String path : paths) {
            if (!Objects.equals(before.get(path), after.get(path))) {
                changes.add(new Change(path, before.get(path), after.get(path)));
            }
        }
        return changes;
    }
}
