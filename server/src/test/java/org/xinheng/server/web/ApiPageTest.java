package org.xinheng.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

/** A program sees that more follows, and where. */
class ApiPageTest {

    private static List<String> links(int page, long total) {
        return new ApiPage(page)
                .answer("/api/v1/things", total, List.of("a"))
                .getHeaders()
                .getOrEmpty(HttpHeaders.LINK);
    }

    @Test
    void saysWhereTheNextPageIsAsLongAsThereIsOne() {
        assertThat(links(1, 200)).isEmpty();
        assertThat(links(1, 201)).containsExactly("</api/v1/things?page=2>; rel=\"next\"");
        assertThat(links(2, 401)).containsExactly("</api/v1/things?page=3>; rel=\"next\"");
        assertThat(links(3, 401)).isEmpty();
        assertThat(new ApiPage(3).offset()).isEqualTo(400);
        assertThat(new ApiPage(-7).offset()).isZero();
    }
}
