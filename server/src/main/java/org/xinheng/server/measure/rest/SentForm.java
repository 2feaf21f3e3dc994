package org.xinheng.server.measure.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponseException;
import org.xinheng.server.measure.question.CheckForm;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a question from the body of a request, without the detour over message converters: this is the busiest address of the
 * API. What is longer than any question in order is refused before it is read.
 */
final class SentForm {

    private static final int LONGEST = 16 * 1_024;
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    private static final ObjectReader FORMS = JsonMapper.builder().build().readerFor(CheckForm.class);

    private SentForm() {}

    static CheckForm read(HttpServletRequest request) throws IOException {
        String type = request.getContentType();
        if (type == null || !type.regionMatches(true, 0, JSON, 0, JSON.length())) {
            throw new ErrorResponseException(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        }
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            throw new ErrorResponseException(HttpStatus.CONTENT_TOO_LARGE);
        }
        CheckForm form;
        try {
            form = FORMS.readValue(body);
        } catch (JacksonException e) {
            // The exception quotes what was sent.
            throw new ErrorResponseException(HttpStatus.BAD_REQUEST);
        }
        if (form == null) {
            throw new ErrorResponseException(HttpStatus.BAD_REQUEST);
        }
        return form;
    }
}
