package org.xinheng.core.listing;

import java.time.LocalDate;

/**
 * What has to happen by a day.
 *
 * @param clock id of the pack's period
 * @param from the day that starts it
 * @param by its last day
 * @param provisional a day counted lies in a year whose notice of holidays is missing
 */
public record Due(String clock, LocalDate from, LocalDate by, boolean provisional) {

    public boolean missed(LocalDate day) {
        return day.isAfter(by);
    }
}
