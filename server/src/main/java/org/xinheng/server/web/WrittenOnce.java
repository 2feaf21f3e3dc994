package org.xinheng.server.web;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A part of a page that looks the same to all who read it in one language: laid out for the first of them, copied for the others. It is
 * kept together with what it shows and no longer, and holds nothing that hangs on who asks, such as a name or a token of a form.
 */
public final class WrittenOnce {

    private final Map<Language, byte[]> written = new ConcurrentHashMap<>();

    /** @param part how it is laid out */
    public Content in(Language language, Content part) {
        byte[] known = written.get(language);
        byte[] html = known == null ? layOut(language, part) : known;
        return output -> output.writeBinaryContent(html);
    }

    private byte[] layOut(Language language, Content part) {
        HtmlBytes html = new HtmlBytes();
        part.writeTo(new OwaspHtmlTemplateOutput(html));
        byte[] copy = html.copy();
        written.put(language, copy);
        return copy;
    }
}
