package org.xinheng.server.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** As what file a list can be taken home. */
public enum ListFormat {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ListText.LIST_XLSX),
    CSV("text/csv;charset=utf-8", ListText.LIST_CSV),
    /** For papers that are sent on; a list offers it where it is such a paper. */
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ListText.LIST_DOCX);

    private final String mediaType;
    private final ListText label;

    ListFormat(String mediaType, ListText label) {
        this.mediaType = mediaType;
        this.label = label;
    }

    static @Nullable ListFormat of(String id) {
        return Arrays.stream(values())
                .filter(format -> format.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** Those that every list offers. */
    public static List<ListFormat> offered() {
        return List.of(XLSX, CSV);
    }

    /** In addresses and as the ending of the file. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String mediaType() {
        return mediaType;
    }

    public ListText label() {
        return label;
    }
}
