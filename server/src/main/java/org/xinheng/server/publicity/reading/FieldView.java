package org.xinheng.server.publicity.reading;

import java.time.LocalDate;
import java.util.List;
import org.xinheng.core.policy.Title;

/** One public field of a record: its title from the catalogue and its value in a form that can be written in any language. */
public record FieldView(Title title, Value value) {

    public sealed interface Value {}

    /** Words of the delivering authority, in its own language. */
    public record Words(String text) implements Value {}

    public record Code(String code) implements Value {}

    public record Day(LocalDate day) implements Value {}

    /** A last day that means "long-term" (长期). */
    public record LongTerm() implements Value {}

    /** @param wan amount in 万元 (10,000 yuan) */
    public record Amount(String wan) implements Value {}

    /** Values of a code list. */
    public record Choice(List<Title> titles) implements Value {

        public Choice {
            titles = List.copyOf(titles);
        }
    }
}
