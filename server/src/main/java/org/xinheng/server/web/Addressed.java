package org.xinheng.server.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** What the reader asked for, also when the container has turned to the error page meanwhile. */
final class Addressed {

    private Addressed() {}

    /** Address without language prefix. */
    static String path(HttpServletRequest request) {
        Object before = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = before instanceof String original ? original : request.getRequestURI();
        String prefix = Language.of(request).prefix();
        String rest = !prefix.isEmpty() && path.startsWith(prefix) ? path.substring(prefix.length()) : path;
        return rest.isEmpty() ? "/" : rest;
    }

    static String query(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null || request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null ? "" : "?" + query;
    }

    /** Whether a program asked: then faults are told as problem details (RFC 9457). */
    static boolean byProgram(HttpServletRequest request) {
        return path(request).startsWith("/api/");
    }
}
