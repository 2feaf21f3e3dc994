package org.xinheng.server.web;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * A page of an API that answers with a plain array: whether another one follows, and where, stands in the header {@code Link} (RFC 8288).
 *
 * @param number from 1
 */
public record ApiPage(int number) {

    /** Rows on a page. */
    public static final int SIZE = 200;

    private static final int LAST = 1_000_000;

    public ApiPage {
        number = Math.clamp(number, 1, LAST);
    }

    public long offset() {
        return (long) (number - 1) * SIZE;
    }

    /** @param total rows on all pages together */
    public <T> ResponseEntity<List<T>> answer(String path, long total, List<T> rows) {
        var answer = ResponseEntity.ok();
        if (offset() + SIZE < total) {
            answer.header(HttpHeaders.LINK, "<" + path + "?page=" + (number + 1) + ">; rel=\"next\"");
        }
        return answer.body(rows);
    }
}
