package org.xinheng.server.intake.work;

import org.xinheng.server.intake.store.DeliveryStore;
import org.xinheng.server.intake.store.ReceiptStore;
import org.xinheng.server.intake.store.TimelinessStore;
import org.xinheng.server.intake.store.WaitingStore;

/** The tables of the intake. */
record Stores(DeliveryStore deliveries, ReceiptStore receipts, WaitingStore waiting, TimelinessStore timeliness) {}
