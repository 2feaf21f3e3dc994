package org.xinheng.server.publicity.download;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** As what file the records of a type are given out. */
public enum FileFormat {
    CSV("text/csv;charset=utf-8", DownloadText.FORMAT_CSV),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", DownloadText.FORMAT_XLSX),
    /** One JSON object a line. */
    JSONL("application/x-ndjson", DownloadText.FORMAT_JSONL);

    private final String mediaType;
    private final DownloadText title;

    FileFormat(String mediaType, DownloadText title) {
        this.mediaType = mediaType;
        this.title = title;
    }

    public String mediaType() {
        return mediaType;
    }

    public DownloadText title() {
        return title;
    }

    /** Ending of the file. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<FileFormat> find(String id) {
        return Arrays.stream(values()).filter(format -> format.id().equals(id)).findFirst();
    }
}
