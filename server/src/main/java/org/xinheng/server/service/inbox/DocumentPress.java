package org.xinheng.server.service.inbox;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Turns a document into the bytes that are kept: one page that needs nothing else to be read or printed. */
final class DocumentPress {

    private static final String TEMPLATES = "org.xinheng.pages";
    private static final String TEMPLATE = "service/printed.jte";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, getClass().getClassLoader(), TEMPLATES);

    byte[] print(PrintedDocument document) {
        Utf8ByteOutput html = new Utf8ByteOutput();
        engine.render(TEMPLATE, document, html);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(html.getContentLength());
        try {
            html.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }
}
