package org.xinheng.packs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.Node;
import org.xinheng.core.policy.CodeList;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.SubjectKind;
import org.xinheng.core.policy.Title;

/**
 * Keeps natural persons and prohibited attributes out of every pack. Its words stand in {@code prohibited.yaml} beside this
 * class, not in a pack: no place can take them out.
 */
final class PersonGuard {

    /** @param latin words of Latin letters, in lower case: matched whole; the others are matched anywhere */
    private record Ban(List<String> latin, List<String> others, String why) {

        boolean matches(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            return others.stream().anyMatch(lower::contains)
                    || latin.stream().anyMatch(word -> standsWhole(lower, word));
        }

        private static boolean standsWhole(String name, String word) {
            for (int at = name.indexOf(word); at >= 0; at = name.indexOf(word, at + 1)) {
                int end = at + word.length();
                boolean before = at > 0 && isLatin(name.charAt(at - 1));
                boolean after = end < name.length() && isLatin(name.charAt(end));
                if (!before && !after) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isLatin(char c) {
            return c >= 'a' && c <= 'z';
        }
    }

    private final Reading reading;
    private final List<Ban> attributes;
    private final Ban persons;
    private final Ban personalFields;
    private final Ban unrelated;

    PersonGuard(Reading reading) {
        this.reading = reading;
        Block root = new Block(prohibited(), new FaultLog());
        List<Ban> bans = new ArrayList<>();
        root.blocks("attributes").forEach(block -> bans.add(ban(block)));
        this.attributes = List.copyOf(bans);
        this.persons = ban(root.block("persons"));
        this.personalFields = ban(root.block("personal-fields"));
        this.unrelated = ban(root.block("unrelated"));
    }

    private static Ban ban(Block block) {
        List<String> latin = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String word : block.texts("words")) {
            boolean isLatin = word.chars().allMatch(c -> c < 128);
            (isLatin ? latin : others).add(word.toLowerCase(Locale.ROOT));
        }
        return new Ban(latin, others, block.text("basis"));
    }

    private static Node prohibited() {
        try (InputStream words = PersonGuard.class.getResourceAsStream("prohibited.yaml")) {
            if (words == null) {
                throw new IllegalStateException("prohibited.yaml is missing from the class path");
            }
            Optional<Node> root = new Compose(LoadSettings.builder().build()).composeInputStream(words);
            return root.orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The subjects that a rule may touch; a natural person among them is a fault, not a value. */
    List<SubjectKind> subjects(Block block) {
        List<SubjectKind> subjects = new ArrayList<>();
        if (!block.has("subjects")) {
            reading.faults().add(block.node(), "key.missing", "subjects");
        }
        for (Node item : block.list("subjects")) {
            String text = block.textOf(item);
            if (persons.matches(text)) {
                reading.faults().add(item, "person.subject", text);
            } else {
                subjects.add(block.choiceOf(item, SubjectKind.class));
            }
        }
        return subjects;
    }

    /** A record type, matter or measure about a person or a prohibited attribute shows in its name. */
    void checkTitle(Block block, String key, Title title) {
        for (String name : List.of(title.zh(), title.en())) {
            if (persons.matches(name)) {
                reading.faults().add(block.at(key), "person.subject", name);
            }
            checkAttribute(block.at(key), name);
        }
    }

    void checkLayout(Block block, Title title) {
        for (String name : List.of(title.zh(), title.en())) {
            if (persons.matches(name)) {
                reading.faults().add(block.at("title"), "person.layout", name);
            }
        }
    }

    /** A field about a person is only let in to be dropped at the door or to mark the row as out of scope. */
    void checkField(Block block, Field field) {
        List<String> names = new ArrayList<>(field.aliases());
        names.add(field.name());
        names.add(field.title().zh());
        names.add(field.title().en());
        boolean kept = field.privacy() != Field.Privacy.DROPPED && field.privacy() != Field.Privacy.PERSON_MARK;
        for (String name : names) {
            checkAttribute(block.at("title"), name);
            if (kept && personalFields.matches(name)) {
                reading.faults().add(block.at("privacy"), "person.field", name);
                return;
            }
        }
    }

    /** What is evaluated has to do with keeping laws and promises: neither capital nor owners nor size. */
    void checkRelated(Node at, Title title) {
        for (String name : List.of(title.zh(), title.en())) {
            if (unrelated.matches(name)) {
                reading.faults().add(at, "evaluation.unrelated", name, unrelated.why());
            }
        }
    }

    void checkCategories(Node at, CodeList categories) {
        categories.values().forEach((value, title) -> {
            if (persons.matches(value) || persons.matches(title.zh())) {
                reading.faults().add(at, "person.subject", value);
            }
        });
    }

    private void checkAttribute(Node at, String name) {
        for (Ban ban : attributes) {
            if (ban.matches(name)) {
                reading.faults().add(at, "attribute.prohibited", name, ban.why());
            }
        }
    }
}
