package org.xinheng.server.intake.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.xinheng.core.policy.Title;
import org.xinheng.server.intake.Delivery;
import org.xinheng.server.intake.desk.Sentences.Said;
import org.xinheng.server.web.PageView;
import org.xinheng.server.web.Words;

/**
 * Refused rows of a delivery, to be mended where they stand.
 *
 * @param fault why nothing was delivered; null when the form was just opened
 * @param from number of the first row that may be on the page
 * @param next number of the first row of the next page; null on the last
 */
public record MendPage(
        Delivery delivery,
        @Nullable DeliveryText fault,
        List<Row> rows,
        int from,
        @Nullable Integer next) implements PageView {

    public MendPage {
        rows = List.copyOf(rows);
    }

    /** @param said what is wrong with it */
    public record Row(int number, Delivery.Place place, List<Said> said, List<Cell> cells) {

        public Row {
            said = List.copyOf(said);
            cells = List.copyOf(cells);
        }

        public List<Cell> wrong() {
            return cells.stream().filter(Cell::wrong).toList();
        }

        public List<Cell> others() {
            return cells.stream().filter(cell -> !cell.wrong()).toList();
        }
    }

    /**
     * @param name of the field in the form
     * @param values to choose from; empty where anything may be typed
     * @param form what is written into it, in words
     * @param wide whether it takes more than a line
     */
    public record Cell(
            String name, Title title, String value, boolean wrong, List<String> values, String form, boolean wide) {

        public Cell {
            values = List.copyOf(values);
        }

        /** A value that was delivered stays to be seen, also when it is none of the list. */
        public boolean strange() {
            return !values.isEmpty() && !value.isEmpty() && !values.contains(value);
        }
    }

    public String back() {
        return "/deliveries/" + delivery.id();
    }

    public String path() {
        return back() + "/mending";
    }

    @Override
    public String template() {
        return "intake/mend";
    }

    @Override
    public String title(Words words) {
        return words.say(DeliveryText.MEND_TITLE);
    }

    @Override
    public HttpStatus status() {
        return fault == null ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
    }

    @Override
    public boolean indexed() {
        return false;
    }

    @Override
    public String section() {
        return DeliveriesList.PATH;
    }
}
