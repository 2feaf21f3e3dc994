package org.xinheng.server.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.security.web.csrf.CsrfToken;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;

/** Turns a page record into HTML. A page is complete before its first byte leaves: a fault becomes a clean error page. */
final class PageRenderer {

    private static final String TEMPLATES = "org.xinheng.pages";

    private final TemplateEngine engine;
    private final Masthead masthead;
    private final Assets assets;
    private final CurrentActor currentActor;
    private final Navigation navigation;

    PageRenderer(Masthead masthead, Assets assets, CurrentActor currentActor, Navigation navigation) {
        this.engine = TemplateEngine.createPrecompiled(
                null, ContentType.Html, getClass().getClassLoader(), TEMPLATES);
        this.masthead = masthead;
        this.assets = assets;
        this.currentActor = currentActor;
        this.navigation = navigation;
    }

    void render(PageView page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        HtmlBytes html = new HtmlBytes();
        engine.render(page.template() + ".jte", Map.of("shell", shell(request), "page", page), html);
        response.setStatus(page.status().value());
        response.setContentType("text/html;charset=utf-8");
        response.setContentLength(html.length());
        response.setHeader("Content-Language", Language.of(request).tag());
        if (!page.indexed()) {
            response.setHeader("X-Robots-Tag", "noindex");
        }
        if (!"HEAD".equals(request.getMethod())) {
            html.writeTo(response.getOutputStream());
        }
    }

    private Shell shell(HttpServletRequest request) {
        Language language = Language.of(request);
        Actor actor = currentActor.find().orElse(null);
        return new Shell(
                Words.in(language),
                new Formats(language),
                masthead,
                navigation.of(actor),
                assets,
                Addressed.path(request),
                Addressed.query(request),
                actor,
                () -> request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token : null);
    }
}
