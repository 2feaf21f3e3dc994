package org.xinheng.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.springframework.web.multipart.MultipartException;

/**
 * A file on its way in over HTTP, as the body or as a part of a form. It is read as it comes: nothing of it touches the disk
 * before it was cleaned.
 *
 * @param name as the sender called it; empty when it did not say
 * @param fields of the form that stood before the file
 */
public record Upload(String name, Map<String, String> fields, Bytes file) {

    private static final String FILE_PART = "file";
    private static final String FORM = "multipart/form-data";
    private static final int MOST_FIELDS = 20;
    private static final int LONGEST_FIELD = 2000;
    private static final int LONGEST_NAME = 200;

    /**
     * The file of a request; empty when a form has none.
     *
     * @throws MultipartException when a form cannot be taken apart, such as one that does not say where its parts end
     */
    public static Optional<Upload> of(HttpServletRequest request) throws IOException {
        String kind = request.getContentType();
        if (kind == null || !kind.toLowerCase(java.util.Locale.ROOT).startsWith(FORM)) {
            return Optional.of(new Upload("", Map.of(), new Bytes(request.getInputStream())));
        }
        return ofForm(request);
    }

    private static Optional<Upload> ofForm(HttpServletRequest request) throws IOException {
        FileUpload parser = new FileUpload();
        parser.setHeaderEncoding("UTF-8");
        FileItemIterator parts = parts(parser, request);
        Map<String, String> fields = new HashMap<>();
        while (parts.hasNext() && fields.size() <= MOST_FIELDS) {
            FileItemStream part = parts.next();
            if (part.isFormField()) {
                fields.put(part.getFieldName(), text(part));
            } else if (FILE_PART.equals(part.getFieldName())) {
                return Optional.of(new Upload(plainName(part.getName()), fields, new Bytes(part.openStream())));
            }
        }
        return Optional.empty();
    }

    private static FileItemIterator parts(FileUpload parser, HttpServletRequest request) throws IOException {
        try {
            return parser.getItemIterator(new ServletRequestContext(request));
        } catch (FileUploadException unreadable) {
            throw new MultipartException("a form that cannot be taken apart", unreadable);
        }
    }

    private static String text(FileItemStream part) throws IOException {
        try (InputStream in = part.openStream()) {
            String typed = new String(in.readNBytes(LONGEST_FIELD), java.nio.charset.StandardCharsets.UTF_8);
            return ParameterText.withoutControls(typed);
        }
    }

    /** Some browsers send a whole path; control characters would travel into logs and headers. */
    public static String plainName(@org.jspecify.annotations.Nullable String sent) {
        if (sent == null) {
            return "";
        }
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]", "").strip();
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME);
    }

    /** Tells a sender that went away from a disk that is full. */
    public static final class Bytes extends FilterInputStream {

        private boolean brokeOff;

        Bytes(InputStream in) {
            super(in);
        }

        /** Whether reading failed: what was read before is not the whole file. */
        public boolean brokeOff() {
            return brokeOff;
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException e) {
                brokeOff = true;
                throw e;
            }
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            try {
                return super.read(target, from, length);
            } catch (IOException e) {
                brokeOff = true;
                throw e;
            }
        }
    }
}
