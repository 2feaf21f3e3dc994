package org.xinheng.server.intake.xlsx;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.intake.FileFault;
import org.xinheng.server.intake.read.FileRefused;

/**
 * XML of one part, read element by element. Document types and entities are refused, as are depths and numbers of names
 * that no workbook has: a parser remembers both.
 */
final class XmlPart implements Closeable {

    private static final int DEEPEST = 64;
    private static final int MOST_UNKNOWN_NAMES = 4000;
    private static final int MOST_NAMESPACES = 20_000;
    private static final InputFactoryImpl PARSERS = parsers();

    private final PartInput in;
    private final XMLStreamReader2 xml;
    private final Set<String> unknownNames = new HashSet<>();
    private int depth;
    private int namespaces;

    /** Moves to the root element. */
    XmlPart(PartInput in) throws IOException {
        this.in = in;
        try {
            xml = (XMLStreamReader2) PARSERS.createXMLStreamReader(in);
        } catch (XMLStreamException e) {
            throw refused(e);
        } catch (RuntimeException _) {
            throw ZipDirectory.damaged(in.name());
        }
        if (!nextChild()) {
            throw ZipDirectory.damaged(in.name());
        }
    }

    private static InputFactoryImpl parsers() {
        var parsers = new InputFactoryImpl();
        parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        parsers.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return parsers;
    }

    /** Local name of the element that the reader stands at. */
    String name() {
        return xml.getLocalName();
    }

    /**
     * Moves to the next element within the one that was entered last and has not ended.
     *
     * @return false at its end; the reader then stands behind it
     */
    boolean nextChild() throws IOException {
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST) {
                        throw ZipDirectory.damaged(in.name());
                    }
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    return false;
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw doctype();
                default -> {}
            }
        }
    }

    /** Passes over the element that the reader stands at, with everything in it. */
    void skip() throws IOException {
        int outside = depth - 1;
        noteNames();
        while (depth > outside) {
            if (nextChild()) {
                noteNames();
            }
        }
    }

    /** Text of the element that the reader stands at, which holds nothing but text; moves behind it. */
    String text() throws IOException {
        var first = "";
        @Nullable StringBuilder all = null;
        while (true) {
            switch (next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (all == null && first.isEmpty()) {
                        first = piece();
                    } else {
                        all = (all == null ? new StringBuilder(first) : all).append(piece());
                        SheetRows.requireShort(all.length());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    return all == null ? first : all.toString();
                }
                case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {}
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw doctype();
                default -> throw ZipDirectory.damaged(in.name());
            }
        }
    }

    private String piece() throws IOException {
        try {
            return xml.getText();
        } catch (RuntimeException e) {
            throw refused(e);
        }
    }

    int attributes() {
        return xml.getAttributeCount();
    }

    String attributeName(int index) {
        return xml.getAttributeLocalName(index);
    }

    String attributeValue(int index) {
        return xml.getAttributeValue(index);
    }

    /** Value of the first attribute of that local name. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Names that the reader does not know are kept by the parser all the same. */
    void noteName(String name) throws FileRefused {
        if (unknownNames.add(name) && unknownNames.size() > MOST_UNKNOWN_NAMES) {
            throw ZipDirectory.damaged(in.name());
        }
    }

    private void noteNames() throws FileRefused {
        noteName(xml.getLocalName());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            noteName(xml.getAttributeLocalName(i));
        }
    }

    /** Reads to the end of the document, so that everything in it was looked at and its checksum compared. */
    void finish() throws IOException {
        while (depth > 0) {
            if (nextChild()) {
                skip();
            }
        }
        while (next() != XMLStreamConstants.END_DOCUMENT) {
            continue;
        }
        var rest = new byte[1 << 10];
        while (in.read(rest, 0, rest.length) >= 0) {
            in.nextToken();
        }
    }

    private int next() throws IOException {
        try {
            int event = xml.next();
            in.nextToken();
            if (event == XMLStreamConstants.START_ELEMENT) {
                namespaces += xml.getNamespaceCount();
                if (namespaces > MOST_NAMESPACES) {
                    throw ZipDirectory.damaged(in.name());
                }
            }
            return event;
        } catch (XMLStreamException e) {
            throw refused(e);
        } catch (RuntimeException e) {
            throw refused(e);
        }
    }

    /** The parser wraps what its input throws, and throws all kinds of things at malformed documents. */
    private IOException refused(Exception fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException known) {
                return known;
            }
            if (cause instanceof XMLStreamException wrapping
                    && wrapping.getNestedException() instanceof IOException known) {
                return known;
            }
        }
        return ZipDirectory.damaged(in.name());
    }

    private FileRefused doctype() {
        return new FileRefused(FileFault.DOCTYPE.found(ZipDirectory.shown(in.name())));
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw refused(e);
        } finally {
            in.close();
        }
    }
}
