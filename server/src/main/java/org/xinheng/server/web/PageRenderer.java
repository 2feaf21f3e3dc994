package org.xinheng.server.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.CurrentActor;
import org.xinheng.server.access.Permission;

/** Turns a page record into HTML. A page is complete before its first byte leaves: a fault becomes a clean error page. */
final class PageRenderer {

    private static final String TEMPLATES = "org.xinheng.pages";

    private final TemplateEngine engine;
    private final Masthead masthead;
    private final Assets assets;
    private final CurrentActor currentActor;
    private final List<NavigationEntry.Offer> offers;

    PageRenderer(Masthead masthead, Assets assets, CurrentActor currentActor, List<NavigationEntry.Offer> offers) {
        this.engine = TemplateEngine.createPrecompiled(
                null, ContentType.Html, getClass().getClassLoader(), TEMPLATES);
        this.masthead = masthead;
        this.assets = assets;
        this.currentActor = currentActor;
        this.offers = List.copyOf(offers);
    }

    void render(PageView page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Utf8ByteOutput html = new Utf8ByteOutput();
        engine.render(page.template() + ".jte", Map.of("shell", shell(request), "page", page), html);
        response.setStatus(page.status().value());
        response.setContentType("text/html;charset=utf-8");
        response.setContentLength(html.getContentLength());
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
                navigation(actor),
                assets,
                Addressed.path(request),
                Addressed.query(request),
                actor,
                () -> request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token : null);
    }

    private List<NavigationEntry> navigation(@Nullable Actor actor) {
        return offers.stream()
                .flatMap(offer -> offer.entries().stream())
                .filter(entry -> visible(entry, actor))
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .toList();
    }

    private static boolean visible(NavigationEntry entry, @Nullable Actor actor) {
        return switch (entry.audience()) {
            case EVERYBODY -> true;
            case SOURCES -> actor != null && actor.may(Permission.DELIVER);
            case OFFICE -> actor != null && actor.may(Permission.OVERSEE);
            case ADMINISTRATORS -> actor != null && actor.may(Permission.ADMINISTER);
            case RULE_KEEPERS -> actor != null && actor.may(Permission.KEEP_RULES);
            case EDITORS -> actor != null && actor.may(Permission.KEEP_CONTENT);
            case AUTHORITIES ->
                actor != null
                        && (actor.may(Permission.PROPOSE_LISTING)
                                || actor.may(Permission.DECIDE_LISTING)
                                || actor.may(Permission.OVERSEE));
            case SOURCES_AND_OFFICE ->
                actor != null && (actor.may(Permission.DELIVER) || actor.may(Permission.OVERSEE));
            case CHECKERS -> actor != null && actor.may(Permission.CHECK);
            case INSPECTORS -> actor != null && actor.may(Permission.INSPECT);
            case WINDOWS -> actor != null && actor.may(Permission.QUERY_AT_WINDOW);
            case ORGANISATIONS -> actor != null && actor.may(Permission.OWN_FILE);
            case CONSENTED_READERS -> actor != null && actor.may(Permission.READ_CONSENTED);
        };
    }
}
