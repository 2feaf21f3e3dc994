package org.xinheng.server.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the language off the path before anything else looks at it, so that permissions and mappings are written once for both
 * languages. Machine addresses have no language and are left alone.
 */
final class LanguageFilter extends OncePerRequestFilter {

    private static final List<String> MACHINES = List.of("/api/", "/oauth2/", "/actuator/", "/assets/", "/en/");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String prefix = Language.ENGLISH.prefix();
        String path = request.getRequestURI();
        if (!path.equals(prefix) && !path.startsWith(prefix + "/")) {
            chain.doFilter(request, response);
            return;
        }
        String rest = path.substring(prefix.length());
        if (MACHINES.stream().anyMatch((rest + "/")::startsWith)) {
            chain.doFilter(request, response);
            return;
        }
        Language.ENGLISH.mark(request);
        chain.doFilter(new WithoutPrefix(request, rest.isEmpty() ? "/" : rest), new InEnglish(response));
    }

    /** The same request as if its path had no language. */
    private static final class WithoutPrefix extends HttpServletRequestWrapper {

        private final String path;

        WithoutPrefix(HttpServletRequest request, String path) {
            super(request);
            this.path = path;
        }

        @Override
        public String getRequestURI() {
            return path;
        }

        @Override
        public String getServletPath() {
            String whole = super.getServletPath();
            String prefix = Language.ENGLISH.prefix();
            return whole.equals(prefix)
                    ? "/"
                    : whole.startsWith(prefix + "/") ? whole.substring(prefix.length()) : whole;
        }

        @Override
        public StringBuffer getRequestURL() {
            StringBuffer url = super.getRequestURL();
            String before = super.getRequestURI();
            return url.replace(url.length() - before.length(), url.length(), path);
        }
    }

    /** Keeps the language where somebody who knows nothing of it, such as the security chain, sends the reader on. */
    private static final class InEnglish extends HttpServletResponseWrapper {

        InEnglish(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendRedirect(String location) throws IOException {
            super.sendRedirect(inEnglish(location));
        }

        @Override
        public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
            super.sendRedirect(inEnglish(location), status, clearBuffer);
        }

        private static String inEnglish(String location) {
            URI target = URI.create(location);
            String prefix = Language.ENGLISH.prefix();
            String path = target.getRawPath();
            if (path == null || path.equals(prefix) || path.startsWith(prefix + "/")) {
                return location;
            }
            return Language.ENGLISH.address(path) + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery());
        }
    }
}
