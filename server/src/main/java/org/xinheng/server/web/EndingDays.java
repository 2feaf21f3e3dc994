package org.xinheng.server.web;

/** How far ahead the ledger of what ends looks, as the policy pack says; offered by the module that knows the pack. */
@FunctionalInterface
public interface EndingDays {

    /** Days, from today on. */
    int usual();
}
