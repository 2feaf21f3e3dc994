package org.xinheng.packs;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.xinheng.core.condition.ConditionCode;
import org.xinheng.core.policy.Condition;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.RecordType;

/**
 * Reads conditions (CEL) over the declared fields of a record type and checks their types while the pack is loaded. Text, codes
 * and days are strings (a day is written 2026-04-01 and compares as such), amounts in 万元 are doubles, numbers are ints, fields
 * of several values are lists of strings. Fields about persons cannot be named: they are not declared.
 */
final class Conditions {

    private static final Map<String, CelValidationResult> CHECKED = new ConcurrentHashMap<>();

    private final Reading reading;
    private final Map<String, RecordType> types;
    private final Map<String, CelCompiler> compilers = new HashMap<>();
    private final Map<Condition, CelAbstractSyntaxTree> trees = new HashMap<>();

    Conditions(Reading reading, Map<String, RecordType> types) {
        this.reading = reading;
        this.types = types;
    }

    /** The condition under a key, or null where the block has none or it is faulty (the log says so then). */
    @Nullable
    Condition read(Block block, String key, @Nullable String recordType) {
        Node node = block.nodeOrNull(key);
        if (node == null) {
            return null;
        }
        RecordType type = recordType == null ? null : types.get(recordType);
        if (type == null) {
            reading.faults().add(node, "condition.without-type", String.valueOf(recordType));
            return null;
        }
        String text = block.textOf(node);
        CelValidationResult result = checked(type, text);
        if (result.hasError()) {
            result.getErrors()
                    .forEach(issue ->
                            reading.faults().add(at(node, issue), "condition.type", issue.getMessage(), type.id()));
            return null;
        }
        return condition(type, text, result);
    }

    /** The fields that a condition of this reading asks for. */
    List<Field> fieldsOf(Condition condition) {
        Set<String> names = new TreeSet<>();
        CelNavigableAst.fromAst(treeOf(condition))
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.IDENT)
                .forEach(node -> names.add(node.expr().ident().name()));
        RecordType type = types.get(condition.recordType());
        return type == null
                ? List.of()
                : type.fields().stream()
                        .filter(field -> names.contains(field.name()))
                        .toList();
    }

    /** Code that answers for all of these conditions at once; null where there is none, or one cannot be compiled. */
    @Nullable
    ConditionCode code(String recordType, List<@Nullable Condition> conditions) {
        RecordType type = types.get(recordType);
        if (type == null || conditions.stream().allMatch(Objects::isNull)) {
            return null;
        }
        List<@Nullable CelAbstractSyntaxTree> wanted = new ArrayList<>();
        conditions.forEach(condition -> wanted.add(condition == null ? null : treeOf(condition)));
        try {
            return ConditionCompiler.compile(type, wanted);
        } catch (ConditionCompiler.NotCompilable e) {
            return null;
        }
    }

    /** Reads a condition that must run fast: one that cannot be compiled is a fault. */
    @Nullable
    Condition readCompilable(Block block, String key, String recordType) {
        Condition condition = read(block, key, recordType);
        RecordType type = types.get(recordType);
        if (condition != null && type != null) {
            try {
                ConditionCompiler.compile(type, List.of(treeOf(condition)));
            } catch (ConditionCompiler.NotCompilable e) {
                reading.faults().add(block.at(key), "condition.not-compilable", String.valueOf(e.getMessage()));
                return null;
            }
        }
        return condition;
    }

    private CelAbstractSyntaxTree treeOf(Condition condition) {
        CelAbstractSyntaxTree tree = trees.get(condition);
        if (tree == null) {
            throw new IllegalArgumentException("not a condition of this reading: " + condition.text());
        }
        return tree;
    }

    /** Knows no pack, so one serves all; made when the first condition is read. */
    private static final class Runtime {
        private static final CelRuntime ONE =
                CelRuntimeFactory.standardCelRuntimeBuilder().build();

        private Runtime() {}
    }

    /** The same condition over the same fields was checked when another place was loaded. */
    private CelValidationResult checked(RecordType type, String text) {
        String key = type.fields().stream()
                        .filter(Conditions::isNamed)
                        .map(field -> field.name() + " " + field.type() + field.multiple())
                        .collect(Collectors.joining(","))
                + "|" + text;
        return CHECKED.computeIfAbsent(
                key,
                k -> compilers.computeIfAbsent(type.id(), id -> compiler(type)).compile(text));
    }

    private Condition condition(RecordType type, String text, CelValidationResult result) {
        try {
            CelRuntime.Program program = Runtime.ONE.createProgram(result.getAst());
            Condition condition = new Condition(type.id(), text, values -> answer(program, type, values));
            trees.put(condition, result.getAst());
            return condition;
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalStateException("a checked condition does not run: " + text, e);
        }
    }

    private static Condition.Answer answer(CelRuntime.Program program, RecordType type, @Nullable String[] values) {
        try {
            // A value that is not there comes back as an unknown, not as an error.
            Object answer = program.eval(bound(type, values));
            return !(answer instanceof Boolean holds)
                    ? Condition.Answer.UNDECIDED
                    : holds ? Condition.Answer.HOLDS : Condition.Answer.FAILS;
        } catch (CelEvaluationException e) {
            return Condition.Answer.UNDECIDED;
        }
    }

    /** Blank texts are empty; a blank day, amount or number is not there at all, so that a condition on it is undecided. */
    private static Map<String, Object> bound(RecordType type, @Nullable String[] values) {
        Map<String, Object> bound = new HashMap<>();
        for (int i = 0; i < type.fields().size(); i++) {
            Field field = type.fields().get(i);
            String value = values[i];
            Object read = isNamed(field) ? FieldValue.of(field, value) : null;
            if (read != null) {
                bound.put(field.name(), read);
            }
        }
        return bound;
    }

    private static CelCompiler compiler(RecordType type) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setResultType(SimpleType.BOOL);
        for (Field field : type.fields()) {
            if (isNamed(field)) {
                builder.addVar(field.name(), typeOf(field));
            }
        }
        return builder.build();
    }

    private static boolean isNamed(Field field) {
        return field.name().matches("[A-Za-z_][A-Za-z0-9_]*")
                && field.privacy() != Field.Privacy.DROPPED
                && field.privacy() != Field.Privacy.PERSON_MARK;
    }

    private static CelType typeOf(Field field) {
        return switch (field.type()) {
            case AMOUNT_WAN -> SimpleType.DOUBLE;
            case INTEGER -> SimpleType.INT;
            case ENUM -> field.multiple() ? ListType.create(SimpleType.STRING) : SimpleType.STRING;
            case TEXT, DATE, USCC, ORGANISATION_CODE, REGISTRATION_NUMBER -> SimpleType.STRING;
        };
    }

    /** The place in the file: the condition's own line and column, counted on from where its text begins. */
    private static Position at(Node node, CelIssue issue) {
        Position start = Position.of(node);
        int line = issue.getSourceLocation().getLine();
        int column = issue.getSourceLocation().getColumn();
        if (!(node instanceof ScalarNode scalar) || line < 1) {
            return start;
        }
        boolean block = scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED;
        if (block) {
            return new Position(start.file(), start.line() + line, 0);
        }
        int quote = scalar.getScalarStyle() == ScalarStyle.PLAIN ? 0 : 1;
        return new Position(start.file(), start.line(), start.column() + quote + column);
    }
}
