package org.xinheng.server.web;

/**
 * Sends the reader on (HTTP 303), in the language in which the question came.
 *
 * @param path address without language prefix, beginning with one slash
 */
public record Redirect(String path) implements Answer {

    public Redirect {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("not an address of ours: " + path);
        }
    }
}
