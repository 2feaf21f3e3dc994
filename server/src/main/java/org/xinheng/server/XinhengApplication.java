package org.xinheng.server;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The Spring side of the server; {@code org.xinheng.server.cli} starts it. */
@SpringBootApplication
public class XinhengApplication {}
