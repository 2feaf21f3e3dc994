package org.xinheng.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ListAskTest {

    private static ListAsk asked(String... namesAndValues) {
        var request = new MockHttpServletRequest();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request.addParameter(namesAndValues[i], namesAndValues[i + 1]);
        }
        return ListAsk.of(request, "/things", "-day", Set.of("name"), Set.of("day", "size"));
    }

    @Test
    void addressGivesTheListBackAsItWasAsked() {
        ListAsk ask = asked("name", " 甲 & 乙\u0000 ", "sort", "size", "page", "3", "unknown", "x");
        assertThat(ask.typed()).isEqualTo(Map.of("name", "甲 & 乙"));
        assertThat(ask.page(4)).isEqualTo("/things?name=%E7%94%B2+%26+%E4%B9%99&page=4&sort=size");
        assertThat(ask.ledBy("size")).endsWith("sort=-size");
        assertThat(ask.ledBy("day")).endsWith("sort=day");
        assertThat(asked("sort", "day").ledBy("day")).isEqualTo("/things");
        assertThat(ask.file(ListFormat.CSV)).contains("export=csv").doesNotContain("page=");
    }

    private static ListText refused(String name, String value) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(ListRefused.class, () -> asked(name, value))
                .why();
    }

    @Test
    void orderPageAndFileThatTheListDoesNotHaveAreRefused() {
        assertThat(refused("sort", "id; DROP TABLE x")).isEqualTo(ListText.LIST_REFUSED_SORT);
        for (String page : List.of("-1", "0", "x", "1000001", "99999999999999999999")) {
            assertThat(refused("page", page)).as(page).isEqualTo(ListText.LIST_REFUSED_PAGE);
        }
        assertThat(refused("export", "exe")).isEqualTo(ListText.LIST_REFUSED_FILE);
        assertThat(asked("name", "x".repeat(1_000_000)).typed("name")).hasSize(100);
    }

    @Test
    void valueThatCannotBeChosenIsRefused() {
        var filter = new ListFilter("name", ListText.LIST_WORDS, List.of(new ListFilter.Choice("甲", _ -> "甲")));
        assertThat(new ListView(asked("name", "甲"), List.of(filter), 1).narrowed())
                .isTrue();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new ListView(asked("name", "乙"), List.of(filter), 1))
                .isInstanceOf(ListRefused.class);
    }

    @Test
    void pageBehindTheLastIsTheLast() {
        List<Integer> rows = IntStream.range(0, 101).boxed().toList();
        ListAsk far = asked("page", "9").within(rows.size());
        assertThat(far.page()).isEqualTo(3);
        assertThat(far.cut(rows)).containsExactly(100);
        assertThat(asked("page", "9").within(0).page()).isEqualTo(1);
        assertThat(new ListView(far, List.of(), 101).to()).isEqualTo(101);
    }

    @Test
    void longListThatOnlyTurnsItsPagesIsNotSaidToBeCut() {
        assertThat(ListView.pages(asked("page", "1"), ListAsk.EXPORTED + 1))
                .returns(false, ListView::cut)
                .returns(false, ListView::whole);
    }

    private static byte[] written(ListFormat format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new ListFile("things", "清单", format, List.of("名称", "代码"), List.of(List.of("=1+1", "99010100MA0000000X")))
                .write(bytes);
        return bytes.toByteArray();
    }

    @Test
    void fileHasNoFormulaAndCodesAreWhole() throws IOException {
        assertThat(new String(written(ListFormat.CSV), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF名称,代码\r\n'=1+1,99010100MA0000000X\r\n");
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(written(ListFormat.XLSX)))) {
            var row = workbook.getFirstSheet().read().get(1);
            assertThat(row.getCellText(0)).isEqualTo("'=1+1");
            assertThat(row.getCellText(1)).isEqualTo("99010100MA0000000X");
        }
    }
}
