package org.xinheng.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.List;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.account.Accounts;

/** Pages of the made-up city as its accounts see them, without a browser. */
public final class CityVisit {

    private final MockMvc pages;
    private final Accounts accounts;

    public CityVisit(WebApplicationContext server) {
        DefaultMockMvcBuilder builder = MockMvcBuilders.webAppContextSetup(server);
        this.pages = builder.apply(springSecurity()).build();
        this.accounts = server.getBean(Accounts.class);
    }

    /** An answer as text and as bytes. */
    public record Seen(int status, MockHttpServletResponse response) {

        public String text() {
            try {
                return response.getContentAsString(UTF_8);
            } catch (UnsupportedEncodingException e) {
                throw new IllegalStateException(e);
            }
        }

        public byte[] bytes() {
            return response.getContentAsByteArray();
        }

        public String location() {
            String location = response.getHeader("Location");
            return location == null ? "" : location;
        }
    }

    public Actor actor(String account) {
        return accounts.find(account).orElseThrow().actor();
    }

    public Seen get(String account, String path) throws Exception {
        return send(actor(account), MockMvcRequestBuilders.get(URI.create(path)));
    }

    public Seen post(Actor actor, String path, String... namesAndValues) throws Exception {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(URI.create(path));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        return send(actor, request.with(csrf()));
    }

    public Seen send(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        request.with(authentication(UsernamePasswordAuthenticationToken.authenticated(actor, null, List.of())));
        MockHttpServletResponse response = pages.perform(request).andReturn().getResponse();
        return new Seen(response.getStatus(), response);
    }
}
