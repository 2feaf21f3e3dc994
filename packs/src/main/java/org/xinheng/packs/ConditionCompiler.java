package org.xinheng.packs;

import static java.lang.constant.ConstantDescs.CD_Long;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.condition.ConditionCode;
import org.xinheng.core.condition.RecordTest;
import org.xinheng.core.condition.ThreeValued;
import org.xinheng.core.policy.Field;
import org.xinheng.core.policy.Field.FieldType;
import org.xinheng.core.policy.RecordType;

/**
 * Turns checked conditions into one class (JDK class-file API): no branches, only calls of {@link ThreeValued}, which the
 * JVM inlines. Each amount is read once per record, however many conditions ask for it.
 */
final class ConditionCompiler {

    private static final ClassDesc OPERATIONS = ClassDesc.of(ThreeValued.class.getName());
    private static final ClassDesc TEST = ClassDesc.of(RecordTest.class.getName());
    private static final ClassDesc GENERATED = ClassDesc.of(RecordTest.class.getPackageName(), "ConditionsOfType");
    private static final MethodTypeDesc HOLDING = MethodTypeDesc.of(CD_long, CD_String.arrayType());
    private static final int VALUES = 1;
    private static final int FIRST_FREE = 2;

    /** A construct of the language for which there is no code. */
    static final class NotCompilable extends Exception {
        private static final long serialVersionUID = 1;

        NotCompilable(String construct) {
            super(construct);
        }
    }

    /** Carries the exception out of the builder's lambda. */
    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final NotCompilable why;

        Broken(NotCompilable why) {
            this.why = why;
        }
    }

    private final RecordType type;
    private final Map<String, Integer> amounts = new HashMap<>();

    private ConditionCompiler(RecordType type) {
        this.type = type;
    }

    /** @param conditions the i-th answers in bit i; null where a bit is never set */
    static ConditionCode compile(RecordType type, List<@Nullable CelAbstractSyntaxTree> conditions)
            throws NotCompilable {
        try {
            return new ConditionCode(ClassFile.of()
                    .build(
                            GENERATED,
                            shape -> shape.withFlags(
                                            ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC)
                                    .withInterfaceSymbols(TEST)
                                    .withMethodBody(
                                            INIT_NAME,
                                            MTD_void,
                                            ClassFile.ACC_PUBLIC,
                                            code -> code.aload(0)
                                                    .invokespecial(CD_Object, INIT_NAME, MTD_void)
                                                    .return_())
                                    .withMethodBody("holding", HOLDING, ClassFile.ACC_PUBLIC, code -> {
                                        try {
                                            new ConditionCompiler(type).body(code, conditions);
                                        } catch (NotCompilable e) {
                                            throw new Broken(e);
                                        }
                                    })));
        } catch (Broken e) {
            throw e.why;
        }
    }

    private void body(CodeBuilder code, List<@Nullable CelAbstractSyntaxTree> conditions) throws NotCompilable {
        for (CelAbstractSyntaxTree condition : conditions) {
            if (condition != null) {
                readAmounts(code, condition.getExpr());
            }
        }
        code.lconst_0();
        for (int i = 0; i < conditions.size(); i++) {
            CelAbstractSyntaxTree condition = conditions.get(i);
            if (condition != null) {
                truth(code, condition, condition.getExpr());
                code.loadConstant(i);
                call(code, "bit", CD_long, CD_int, CD_int);
                code.lor();
            }
        }
        code.lreturn();
    }

    private void readAmounts(CodeBuilder code, CelExpr expression) {
        switch (expression.getKind()) {
            case IDENT -> {
                String name = expression.ident().name();
                Field field = type.field(name).orElse(null);
                if (field != null && field.type() == FieldType.AMOUNT_WAN && !amounts.containsKey(name)) {
                    int slot = FIRST_FREE + 2 * amounts.size();
                    amounts.put(name, slot);
                    cell(code, name);
                    call(code, "amount", CD_double, CD_String);
                    code.dstore(slot);
                }
            }
            case CALL -> {
                expression.call().target().ifPresent(target -> readAmounts(code, target));
                expression.call().args().forEach(argument -> readAmounts(code, argument));
            }
            case LIST -> expression.list().elements().forEach(element -> readAmounts(code, element));
            default -> {
                // anything else is refused, or holds no field
            }
        }
    }

    /** Leaves the truth value of an expression on the stack. */
    private void truth(CodeBuilder code, CelAbstractSyntaxTree tree, CelExpr expression) throws NotCompilable {
        if (expression.getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
            code.loadConstant(expression.constant().booleanValue() ? ThreeValued.HOLDS : ThreeValued.FAILS);
            return;
        }
        if (expression.getKind() != CelExpr.ExprKind.Kind.CALL) {
            throw new NotCompilable(expression.getKind().name());
        }
        List<CelExpr> arguments = expression.call().args();
        String function = expression.call().function();
        switch (function) {
            case "_&&_" -> connect(code, tree, arguments, "and");
            case "_||_" -> connect(code, tree, arguments, "or");
            case "_?_:_" -> connect(code, tree, arguments, "choose");
            case "!_" -> connect(code, tree, arguments, "not");
            case "_==_" -> compare(code, tree, arguments, "equal");
            case "_<_" -> compare(code, tree, arguments, "less");
            case "_<=_" -> compare(code, tree, arguments, "lessOrEqual");
            case "_>_" -> compare(code, tree, arguments.reversed(), "less");
            case "_>=_" -> compare(code, tree, arguments.reversed(), "lessOrEqual");
            case "_!=_" -> {
                compare(code, tree, arguments, "equal");
                call(code, "not", CD_int, CD_int);
            }
            case "contains", "startsWith", "endsWith" -> {
                value(code, tree, expression.call().target().orElseThrow());
                value(code, tree, arguments.getFirst());
                call(code, function, CD_int, CD_String, CD_String);
            }
            case "@in" -> membership(code, tree, arguments.getFirst(), arguments.getLast());
            default -> throw new NotCompilable(function);
        }
    }

    private void connect(CodeBuilder code, CelAbstractSyntaxTree tree, List<CelExpr> arguments, String operation)
            throws NotCompilable {
        ClassDesc[] parameters = new ClassDesc[arguments.size()];
        for (int i = 0; i < parameters.length; i++) {
            truth(code, tree, arguments.get(i));
            parameters[i] = CD_int;
        }
        call(code, operation, CD_int, parameters);
    }

    private void compare(CodeBuilder code, CelAbstractSyntaxTree tree, List<CelExpr> sides, String operation)
            throws NotCompilable {
        ClassDesc left = value(code, tree, sides.getFirst());
        ClassDesc right = value(code, tree, sides.getLast());
        call(code, operation, CD_int, left, right);
    }

    private void membership(CodeBuilder code, CelAbstractSyntaxTree tree, CelExpr element, CelExpr all)
            throws NotCompilable {
        if (all.getKind() == CelExpr.ExprKind.Kind.IDENT) {
            value(code, tree, element);
            cell(code, all.ident().name());
            call(code, "among", CD_int, CD_String, CD_String);
            return;
        }
        if (all.getKind() != CelExpr.ExprKind.Kind.LIST) {
            throw new NotCompilable("in " + all.getKind().name());
        }
        code.loadConstant(ThreeValued.FAILS);
        for (CelExpr one : all.list().elements()) {
            compare(code, tree, List.of(element, one), "equal");
            call(code, "or", CD_int, CD_int, CD_int);
        }
    }

    /** Leaves a text, an amount or a number on the stack and says which. */
    private ClassDesc value(CodeBuilder code, CelAbstractSyntaxTree tree, CelExpr expression) throws NotCompilable {
        return switch (expression.getKind()) {
            case CONSTANT -> constant(code, expression.constant());
            case IDENT -> field(code, tree, expression);
            default ->
                throw new NotCompilable(
                        expression.getKind() == CelExpr.ExprKind.Kind.CALL
                                ? expression.call().function()
                                : expression.getKind().name());
        };
    }

    private static ClassDesc constant(CodeBuilder code, CelConstant constant) throws NotCompilable {
        switch (constant.getKind()) {
            case STRING_VALUE -> {
                code.loadConstant(constant.stringValue());
                return CD_String;
            }
            case DOUBLE_VALUE -> {
                code.loadConstant(constant.doubleValue());
                return CD_double;
            }
            case INT64_VALUE -> {
                code.loadConstant(constant.int64Value());
                code.invokestatic(CD_Long, "valueOf", MethodTypeDesc.of(CD_Long, CD_long));
                return CD_Long;
            }
            default -> throw new NotCompilable(constant.getKind().name());
        }
    }

    private ClassDesc field(CodeBuilder code, CelAbstractSyntaxTree tree, CelExpr expression) throws NotCompilable {
        String name = expression.ident().name();
        var known = tree.getTypeOrThrow(expression.id());
        if (known instanceof ListType) {
            throw new NotCompilable(name);
        }
        Integer slot = amounts.get(name);
        if (slot != null) {
            code.dload(slot);
            return CD_double;
        }
        cell(code, name);
        if (known.equals(SimpleType.INT)) {
            call(code, "number", CD_Long, CD_String);
            return CD_Long;
        }
        if (type.field(name).orElseThrow().type() != FieldType.DATE) {
            call(code, "text", CD_String, CD_String);
        }
        return CD_String;
    }

    /** Leaves the stored text of a field on the stack, null when blank. */
    private void cell(CodeBuilder code, String name) {
        int index = 0;
        while (!type.fields().get(index).name().equals(name)) {
            index++;
        }
        code.aload(VALUES).loadConstant(index).aaload();
    }

    private static void call(CodeBuilder code, String operation, ClassDesc result, ClassDesc... parameters) {
        code.invokestatic(OPERATIONS, operation, MethodTypeDesc.of(result, parameters));
    }
}
