package org.xinheng.server.intake.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.server.intake.spool.Scratches;
import org.xinheng.server.intake.spool.SealedScratch;

/**
 * The table of shared texts (18.4.9): a workbook names them by number, from any cell. Kept packed in pages; what exceeds
 * the share of the heap lies sealed on the disk. Programs number texts in the order of the cells, so that the pages in
 * use are few.
 */
final class SharedStrings implements Closeable {

    private static final int PAGE_STRINGS = 1024;
    private static final int PAGE_BYTES = 1 << 18;
    private static final int CACHED_PAGES = 64;
    private static final int CACHED_STRINGS = 1 << 12;

    private final long mostInMemory;
    private final Scratches scratches;
    private final List<Page> pages = new ArrayList<>();
    /** Number of the first text of each page. */
    private int[] firsts = new int[16];

    private int size;
    private long inMemory;
    private @Nullable SealedScratch spilled;
    private final Map<Integer, byte[]> cache = new LinkedHashMap<>(CACHED_PAGES, 0.75F, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, byte[]> eldest) {
            return size() > CACHED_PAGES;
        }
    };
    private final @Nullable String[] texts = new @Nullable String[CACHED_STRINGS];
    private final int[] textNumbers = new int[CACHED_STRINGS];

    private byte[] filling = new byte[PAGE_BYTES];
    private int[] ends = new int[PAGE_STRINGS];
    private int filled;
    private int count;

    /**
     * @param content texts one after another; null when they lie in the scratch file
     * @param ends where each text ends in the content
     */
    private record Page(byte @Nullable [] content, int[] ends, long position) {}

    /** @param mostInMemory bytes; beyond it pages are spilled */
    SharedStrings(Scratches scratches, long mostInMemory) {
        this.scratches = scratches;
        this.mostInMemory = mostInMemory;
        Arrays.fill(textNumbers, -1);
    }

    /** Reads the part of the shared texts. */
    void read(XmlPart xml) throws IOException {
        while (xml.nextChild()) {
            if (xml.name().equals("si")) {
                add(CellText.read(xml));
            } else {
                xml.skip();
            }
        }
        xml.finish();
        endPage();
        filling = new byte[0];
    }

    private void add(String text) throws IOException {
        SheetRows.requireShort(text.length());
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (count == PAGE_STRINGS || filled + bytes.length > PAGE_BYTES) {
            endPage();
        }
        if (bytes.length > filling.length) {
            filling = new byte[bytes.length];
        }
        System.arraycopy(bytes, 0, filling, filled, bytes.length);
        filled += bytes.length;
        ends[count++] = filled;
        size++;
    }

    private void endPage() throws IOException {
        if (count == 0) {
            return;
        }
        if (pages.size() == firsts.length) {
            firsts = Arrays.copyOf(firsts, 2 * firsts.length);
        }
        firsts[pages.size()] = size - count;
        var pageEnds = Arrays.copyOf(ends, count);
        if (inMemory + filled <= mostInMemory) {
            inMemory += filled;
            pages.add(new Page(Arrays.copyOf(filling, filled), pageEnds, -1));
        } else {
            pages.add(spill(pageEnds));
        }
        filled = 0;
        count = 0;
    }

    private Page spill(int[] pageEnds) throws IOException {
        if (spilled == null) {
            spilled = scratches.open("texts");
        }
        long position = spilled.size();
        spilled.append(filling, 0, filled);
        return new Page(null, pageEnds, position);
    }

    /** @return null when there is no such text */
    @Nullable
    String get(int number) throws IOException {
        if (number < 0 || number >= size) {
            return null;
        }
        int slot = number & (CACHED_STRINGS - 1);
        var known = texts[slot];
        if (known != null && textNumbers[slot] == number) {
            return known;
        }
        var text = text(number);
        texts[slot] = text;
        textNumbers[slot] = number;
        return text;
    }

    private String text(int number) throws IOException {
        int index = Arrays.binarySearch(firsts, 0, pages.size(), number);
        int pageNumber = index >= 0 ? index : -index - 2;
        var page = pages.get(pageNumber);
        int inPage = number - firsts[pageNumber];
        int from = inPage == 0 ? 0 : page.ends()[inPage - 1];
        var content = page.content() == null ? opened(pageNumber, page) : page.content();
        return CellText.unescaped(new String(content, from, page.ends()[inPage] - from, StandardCharsets.UTF_8));
    }

    private byte[] opened(int pageNumber, Page page) throws IOException {
        var known = cache.get(pageNumber);
        if (known != null || spilled == null) {
            return known == null ? new byte[0] : known;
        }
        var content = new byte[page.ends()[page.ends().length - 1]];
        spilled.read(page.position(), content, 0, content.length);
        cache.put(pageNumber, content);
        return content;
    }

    int size() {
        return size;
    }

    @Override
    public void close() throws IOException {
        if (spilled != null) {
            spilled.close();
        }
    }
}
