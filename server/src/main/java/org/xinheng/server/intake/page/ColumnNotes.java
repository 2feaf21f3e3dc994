package org.xinheng.server.intake.page;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xinheng.core.policy.Field;
import org.xinheng.server.intake.report.Template.Column;
import org.xinheng.server.web.Words;

/** What is written into a column, in words. */
final class ColumnNotes {

    private ColumnNotes() {}

    /** Everything about a column, one thing a line. */
    static String all(Words words, Column column) {
        Field field = column.field();
        String hint = field.hint() == null ? "" : words.say(field.hint());
        return Stream.of(field.name(), must(words, column), form(words, column), hint)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    static String must(Words words, Column column) {
        return words.say(
                switch (column.field().privacy()) {
                    case PERSON_MARK -> DeliveryText.TEMPLATE_BLANK;
                    case DROPPED -> DeliveryText.TEMPLATE_DROPPED;
                    case PUBLIC, FREE_TEXT, SHARED -> demand(column);
                });
    }

    private static DeliveryText demand(Column column) {
        return switch (column.field().requirement()) {
            case Field.Requirement.Always() -> DeliveryText.TEMPLATE_ALWAYS;
            case Field.Requirement.Never() ->
                column.demanded() ? DeliveryText.TEMPLATE_HEADER_ONLY : DeliveryText.TEMPLATE_NO;
            case Field.Requirement.WhenFilled _, Field.Requirement.WhenHolds _ -> DeliveryText.TEMPLATE_SOMETIMES;
        };
    }

    static String form(Words words, Column column) {
        if (!column.values().isEmpty()) {
            return words.say(
                    column.field().multiple() ? DeliveryText.TEMPLATE_SOME_OF : DeliveryText.TEMPLATE_ONE_OF,
                    String.join(" · ", column.values()));
        }
        return switch (column.field().type()) {
            case TEXT, ENUM ->
                words.say(DeliveryText.TEMPLATE_LENGTH, column.field().maxLength());
            case DATE -> words.say(DeliveryText.TEMPLATE_DATE);
            case AMOUNT_WAN -> words.say(DeliveryText.TEMPLATE_AMOUNT);
            case INTEGER -> words.say(DeliveryText.TEMPLATE_INTEGER);
            case USCC, ORGANISATION_CODE, REGISTRATION_NUMBER -> words.say(DeliveryText.TEMPLATE_CODE);
        };
    }
}
