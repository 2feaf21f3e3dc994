package org.xinheng.server.archive.store;

/** The small parts that every reader and writer of the archive needs. */
record Stores(Terms terms, RecordAddresses addresses, Acts acts) {}
