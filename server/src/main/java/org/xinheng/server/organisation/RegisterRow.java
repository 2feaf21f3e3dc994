package org.xinheng.server.organisation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a register as delivered. Holds nothing about a person: a legal representative has no place in it.
 *
 * @param rowNumber of the delivery, as shown to the source
 * @param rawCode the code exactly as published: it may be lower case, an older number, or wrong; blank when there is none
 * @param olderCodes further numbers in columns of their own (organisation code, registration number), as published
 * @param state UNKNOWN when the source does not say
 * @param type kind of organisation in the source's words
 * @param capital raw text: many spellings of units are in use
 * @param size class of size (企业规模), a value of the code list; null when the source does not say
 * @param jurisdiction division in charge today: six digits, or its name; null when the source does not say
 */
public record RegisterRow(
        long rowNumber,
        String name,
        String rawCode,
        List<String> olderCodes,
        Organisation.State state,
        @Nullable LocalDate registeredOn,
        @Nullable String type,
        @Nullable String capital,
        @Nullable String jurisdiction,
        @Nullable String province,
        @Nullable String city,
        @Nullable String scope,
        @Nullable String size) {

    public RegisterRow {
        olderCodes = List.copyOf(olderCodes);
    }

    /** The same row with another code. */
    public RegisterRow withCode(String code) {
        return new RegisterRow(
                rowNumber,
                name,
                code,
                olderCodes,
                state,
                registeredOn,
                type,
                capital,
                jurisdiction,
                province,
                city,
                scope,
                size);
    }
}
