package org.xinheng.core.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is read of few fields is what is read of all. */
class CanonicalFieldsTests {

    private static byte[] content(String values) {
        return ("{\"form\":1,\"type\":\"administrative-penalty\",\"values\":{" + values + "}}").getBytes(UTF_8);
    }

    private static String[] read(byte[] bytes, @Nullable String... names) {
        return CanonicalFields.of(Arrays.asList(names)).read(bytes, 0, bytes.length);
    }

    @Test
    void givesTheWantedValuesAtTheirPlaces() {
        byte[] bytes = content("\"A\":\"甲,\",\"AB\":\"1\",\"B\":\"}\",\"C\":\"x\"");
        assertThat(read(bytes, "C", null, "A", "D", "B")).containsExactly("x", null, "甲,", null, "}");
        assertThat(read(content(""), "A")).containsExactly((String) null);
    }

    @Test
    void readsWhatIsEscapedAsTheWholeContentSays() {
        byte[] bytes = content("\"A\":\"\\\\\",\"B\":\"a\\\"b\\n\\u0001\",\"C\":\"\\\\\\\"\"");
        Map<String, String> all = CanonicalContent.read(bytes).values();
        assertThat(read(bytes, "B", "A", "C")).containsExactly(all.get("B"), all.get("A"), all.get("C"));
        assertThat(read(bytes, "A")).containsExactly("\\");
        assertThat(read(content("\"A\":\"\\\"\",\"B\":\"b\""), "B")).containsExactly("b");
    }

    @Test
    void readsAPieceOfALargerArray() {
        byte[] bytes = content("\"A\":\"1\"");
        byte[] larger = Arrays.copyOf(bytes, bytes.length + 7);
        System.arraycopy(bytes, 0, larger, 5, bytes.length);
        assertThat(CanonicalFields.of(Arrays.asList("A")).read(larger, 5, 5 + bytes.length))
                .containsExactly("1");
    }

    @Test
    void whatIsCutOffOrIsNoCanonicalFormIsAFault() {
        byte[] whole = content("\"A\":\"1\",\"B\":\"2\"");
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(cut, "B"))
                    .as("%d bytes", length)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> read("{}".getBytes(UTF_8), "B")).isInstanceOf(IllegalArgumentException.class);
        byte[] longer = Arrays.copyOf(whole, whole.length + 1);
        assertThatThrownBy(() -> read(longer, "B")).isInstanceOf(IllegalArgumentException.class);
    }
}
