package org.xinheng.packs;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads the keys of one YAML block. What is wrong goes into the fault log and a harmless stand-in is returned, so that
 * reading goes on and all faults are found; {@link #end()} reports the keys that nobody asked for.
 */
final class Block {

    private static final Pattern PERIOD = Pattern.compile("(\\d{1,4}) (day|month|year)s?");

    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final FaultLog faults;
    private boolean readable = true;

    Block(Node node, FaultLog faults) {
        this.node = node;
        this.faults = faults;
        if (!(node instanceof MappingNode mapping)) {
            faults.add(node, "value.not-a-block");
            readable = false;
            return;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (values.put(key, tuple.getValueNode()) != null) {
                faults.add(tuple.getKeyNode(), "key.doubled", key);
            }
            keys.put(key, tuple.getKeyNode());
        }
    }

    Node node() {
        return node;
    }

    FaultLog faults() {
        return faults;
    }

    boolean has(String key) {
        asked.add(key);
        return values.containsKey(key);
    }

    /** The value of a key for a message's position; the block itself when the key is missing. */
    Node at(String key) {
        Node value = values.get(key);
        return value == null ? node : value;
    }

    @Nullable
    Node nodeOrNull(String key) {
        asked.add(key);
        return values.get(key);
    }

    private @Nullable Node required(String key) {
        Node value = nodeOrNull(key);
        if (value == null && readable) {
            faults.add(node, "key.missing", key);
        }
        return value;
    }

    String text(String key) {
        Node value = required(key);
        return value == null ? "" : textOf(value);
    }

    @Nullable
    String textOrNull(String key) {
        Node value = nodeOrNull(key);
        return value == null ? null : textOf(value);
    }

    String textOf(Node value) {
        if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        faults.add(value, "value.not-text");
        return "";
    }

    boolean flag(String key, boolean otherwise) {
        String text = textOrNull(key);
        if (text == null || text.equals("true") || text.equals("false")) {
            return text == null ? otherwise : text.equals("true");
        }
        faults.add(at(key), "value.choice", text, "true, false");
        return otherwise;
    }

    int integer(String key, int least, int most) {
        String text = text(key);
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, with the bounds
        }
        if (has(key) && !text.isEmpty()) {
            faults.add(at(key), "value.integer", text, Integer.toString(least), Integer.toString(most));
        }
        return least;
    }

    @Nullable
    BigDecimal amountOrNull(String key) {
        String text = textOrNull(key);
        if (text == null) {
            return null;
        }
        if (text.matches("\\d{1,15}(\\.\\d{1,2})?")) {
            return new BigDecimal(text);
        }
        faults.add(at(key), "value.amount", text);
        return null;
    }

    LocalDate date(String key) {
        LocalDate date = has(key) ? dateOrNull(key) : null;
        if (date == null && !has(key) && readable) {
            faults.add(node, "key.missing", key);
        }
        return date == null ? LocalDate.EPOCH : date;
    }

    @Nullable
    LocalDate dateOrNull(String key) {
        String text = textOrNull(key);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            faults.add(at(key), "value.date", text);
            return null;
        }
    }

    /** A length of time in words: {@code 3 months}, {@code 1 year}, {@code 0 days}. */
    Period period(String key) {
        String text = text(key);
        Matcher matcher = PERIOD.matcher(text);
        if (!matcher.matches()) {
            if (!text.isEmpty()) {
                faults.add(at(key), "value.period", text);
            }
            return Period.ZERO;
        }
        int number = Integer.parseInt(matcher.group(1));
        return switch (matcher.group(2)) {
            case "day" -> Period.ofDays(number);
            case "month" -> Period.ofMonths(number);
            default -> Period.ofYears(number);
        };
    }

    /** A value of an enumeration, written in lower case with hyphens. */
    <E extends Enum<E>> E choice(String key, Class<E> type) {
        return choiceOf(required(key), type);
    }

    <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
        Node value = nodeOrNull(key);
        return value == null ? otherwise : choiceOf(value, type);
    }

    <E extends Enum<E>> E choiceOf(@Nullable Node value, Class<E> type) {
        E[] all = type.getEnumConstants();
        if (value != null) {
            String text = textOf(value);
            for (E one : all) {
                if (written(one).equals(text)) {
                    return one;
                }
            }
            if (!text.isEmpty()) {
                Set<String> allowed = new TreeSet<>();
                for (E one : all) {
                    allowed.add(written(one));
                }
                faults.add(value, "value.choice", text, String.join(", ", allowed));
            }
        }
        return all[0];
    }

    private static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The items of a list; empty when the key is missing. */
    List<Node> list(String key) {
        Node value = nodeOrNull(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        faults.add(value, "value.not-a-list", key);
        return List.of();
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node item : list(key)) {
            texts.add(textOf(item));
        }
        return texts;
    }

    List<Block> blocks(String key) {
        List<Block> blocks = new ArrayList<>();
        for (Node item : list(key)) {
            blocks.add(new Block(item, faults));
        }
        return blocks;
    }

    @Nullable
    Block blockOrNull(String key) {
        Node value = nodeOrNull(key);
        return value == null ? null : new Block(value, faults);
    }

    /** The block under a key; when it is missing that is one fault, and reading on from the stand-in adds none. */
    Block block(String key) {
        Node value = required(key);
        return value == null ? absent() : new Block(value, faults);
    }

    /** Whether this stands in for a block that is missing: that fault was noted already. */
    boolean isAbsent() {
        return node.getStartMark().isEmpty();
    }

    private static Block absent() {
        return new Block(new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK), new FaultLog());
    }

    /** All keys with their values, for blocks whose keys are data; counts as asked for. */
    Map<String, Node> entries() {
        asked.addAll(values.keySet());
        return values;
    }

    /** Text by text: {@code {"0": 警告}}; empty when the key is missing. */
    Map<String, String> textMap(String key) {
        Map<String, String> map = new LinkedHashMap<>();
        Block block = blockOrNull(key);
        if (block != null) {
            block.entries().forEach((from, to) -> map.put(from, textOf(to)));
        }
        return map;
    }

    /** Reports every key that was never asked for. */
    void end() {
        for (Map.Entry<String, Node> key : keys.entrySet()) {
            if (!asked.contains(key.getKey())) {
                faults.add(key.getValue(), "key.unknown", key.getKey(), String.join(", ", new TreeSet<>(asked)));
            }
        }
    }
}
