package org.xinheng.server.intake;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.Filter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Role;

/** A signed-in clerk at the pages of the whole server, behind its doors. */
public final class Clerk {

    private final MockMvc pages;
    private final Actor actor;

    Clerk(WebApplicationContext context, Role role, @Nullable String source) {
        this(context, "clerk", role, source);
    }

    /** @param name of the account */
    public Clerk(WebApplicationContext context, String name, Role role, @Nullable String source) {
        this(context, new Actor(name, Actor.Kind.CLERK, source, role.permissions()));
    }

    /** Anybody, such as an organisation that signed in itself. */
    public Clerk(WebApplicationContext context, Actor actor) {
        Filter languages = Objects.requireNonNull(
                context.getBean("languageFilter", FilterRegistrationBean.class).getFilter());
        DefaultMockMvcBuilder builder = MockMvcBuilders.webAppContextSetup(context);
        pages = builder.addFilters(languages).apply(springSecurity()).build();
        this.actor = actor;
    }

    /** @param location where a redirect leads; empty without one */
    public record Seen(int status, String body, String location) {}

    public Seen reads(String path) throws Exception {
        return perform(get(URI.create(path)));
    }

    /** Sends a form with these names and values. */
    public Seen sends(String path, String... namesAndValues) throws Exception {
        var form = post(URI.create(path)).with(csrf());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        return perform(form);
    }

    private Seen perform(MockHttpServletRequestBuilder request) throws Exception {
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(actor, null, List.of());
        var response = pages.perform(request.with(authentication(signedIn)))
                .andReturn()
                .getResponse();
        var location = response.getHeader("Location");
        return new Seen(
                response.getStatus(),
                response.getContentAsString(StandardCharsets.UTF_8),
                location == null ? "" : location);
    }
}
