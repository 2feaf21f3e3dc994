package org.xinheng.server.measure.receipt;

import org.xinheng.core.measure.CheckOutcome;
import org.xinheng.server.measure.Receipt;
import org.xinheng.server.measure.sight.Positions;

/**
 * A receipt with what its row says beside the answer.
 *
 * @param at the positions at which the answer was true
 */
public record KeptReceipt(Receipt receipt, String matter, CheckOutcome outcome, Positions at) {}
