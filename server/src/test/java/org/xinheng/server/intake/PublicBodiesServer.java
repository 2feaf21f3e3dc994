package org.xinheng.server.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.xinheng.core.policy.Field;
import org.xinheng.server.intake.Deliveries.Order;
import org.xinheng.testkit.code.CodeMint;

/** Public bodies of the made-up city, made for a test, and rows about them. */
abstract class PublicBodiesServer extends RecordsServer {

    /** Code of a body of the test. @param prefix such as 11 for an agency */
    String body(String prefix, int number) {
        return CodeMint.uscc(prefix, "990101", base + number);
    }

    /** The register delivers a body that goes on. */
    void registerBody(String code, String name) throws IOException, InterruptedException {
        register(Map.of(base + 999, "2015-03-01"));
        take(
                "organisation-register",
                inForce.policy()
                        .authority(inForce.policy().place().registrationSource())
                        .orElseThrow()
                        .code(),
                "名称,统一社会信用代码,成立日期,登记状态\n" + name + "," + code + ",2015-03-01,存续\n");
    }

    /** The market regulator delivers a record of a type, every field filled as its declaration asks. */
    void deliver(String type, String code, String number, Map<String, String> values)
            throws IOException, InterruptedException {
        deliver(type, code, List.of(number), values);
    }

    /** The same with a record for each number of a document, in one file. */
    void deliver(String type, String code, List<String> numbers, Map<String, String> values)
            throws IOException, InterruptedException {
        List<Field> fields = inForce.policy().recordType(type).orElseThrow().fields();
        StringBuilder file =
                new StringBuilder(fields.stream().map(Field::name).collect(Collectors.joining(",", "", "\n")));
        for (String number : numbers) {
            file.append(fields.stream()
                    .map(field -> values.getOrDefault(field.name(), value(field, code, number)))
                    .collect(Collectors.joining(",", "", "\n")));
        }
        take(type, market.code(), file.toString());
    }

    private String value(Field field, String code, String number) {
        return switch (field.role()) {
            case SUBJECT_NAME -> organisations.findByCode(code).orElseThrow().name();
            case SUBJECT_CODE -> code;
            case SUBJECT_CATEGORY -> "法人及非法人组织";
            case DOCUMENT_NUMBER -> number;
            case AUTHORITY_NAME, SOURCE_NAME -> market.name().zh();
            case AUTHORITY_CODE, SOURCE_CODE -> market.code();
            case VALID_TO -> "2027-06-04";
            default ->
                switch (field.type()) {
                    case DATE -> "2026-06-05";
                    case AMOUNT_WAN -> "1.5";
                    case INTEGER -> "1";
                    case ENUM ->
                        requireNonNull(inForce.policy().codeLists().get(requireNonNull(field.codeList())))
                                .values()
                                .keySet()
                                .iterator()
                                .next();
                    default -> "示例" + field.title().zh();
                };
        };
    }

    private void take(String type, String source, String file) throws IOException, InterruptedException {
        var taken = deliveries.receive(
                new Order(type, source, "test", type + ".csv", null, false),
                new ByteArrayInputStream(file.getBytes(UTF_8)));
        var closed = deliveries.await(taken.id(), Duration.ofSeconds(30));
        if (closed.state() != Delivery.State.CLOSED
                || closed.counts().accepted() + closed.counts().unchanged()
                        != closed.counts().received()) {
            throw new AssertionError(closed.state() + " " + closed.findings() + " " + closed.counts());
        }
    }
}
