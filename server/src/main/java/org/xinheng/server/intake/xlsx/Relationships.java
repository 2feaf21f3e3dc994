package org.xinheng.server.intake.xlsx;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where the parts that a part speaks of lie (ECMA-376 part 2, relationships). */
final class Relationships {

    private static final int MOST = ZipDirectory.MOST_PARTS;

    /** @param type its last word, equal in the transitional and the strict form of the standard */
    record Target(String type, String part) {}

    private final Map<String, Target> byId = new LinkedHashMap<>();

    private Relationships() {}

    /** @param source the part that speaks, empty for the archive itself */
    static Relationships of(Archive archive, String source) throws IOException {
        var relationships = new Relationships();
        int slash = source.lastIndexOf('/');
        var folder = source.substring(0, slash + 1);
        try (var xml = archive.xml(folder + "_rels/" + source.substring(slash + 1) + ".rels")) {
            while (xml.nextChild()) {
                relationships.take(xml, folder);
                xml.skip();
            }
            xml.finish();
        }
        return relationships;
    }

    private void take(XmlPart xml, String folder) throws IOException {
        var id = xml.attribute("Id");
        var type = xml.attribute("Type");
        var target = xml.attribute("Target");
        if (id == null || type == null || target == null || "External".equals(xml.attribute("TargetMode"))) {
            return;
        }
        if (byId.size() > MOST || byId.put(id, new Target(lastWord(type), resolved(folder, target))) != null) {
            throw ZipDirectory.damaged("rels");
        }
    }

    private static String lastWord(String type) {
        return type.substring(type.lastIndexOf('/') + 1);
    }

    private static String resolved(String folder, String target) throws IOException {
        var path = target.replace('\\', '/');
        var steps = new ArrayDeque<String>();
        for (var step : (path.startsWith("/") ? path : folder + path).split("/", -1)) {
            if (step.equals("..")) {
                if (steps.pollLast() == null) {
                    throw ZipDirectory.damaged("rels");
                }
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }

    Optional<Target> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The first of that kind. */
    Optional<String> partOfType(String type) {
        return byId.values().stream()
                .filter(target -> target.type().equals(type))
                .map(Target::part)
                .findFirst();
    }
}
