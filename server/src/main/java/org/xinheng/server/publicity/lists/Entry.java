package org.xinheng.server.publicity.lists;

import org.jspecify.annotations.Nullable;
import org.xinheng.server.organisation.Organisations.OrganisationLabel;
import org.xinheng.server.publicity.reading.RecordCard;

/**
 * One organisation on a list, by the record that put it there.
 *
 * @param party null when the register does not answer for it
 */
public record Entry(RecordCard card, @Nullable OrganisationLabel party) {}
