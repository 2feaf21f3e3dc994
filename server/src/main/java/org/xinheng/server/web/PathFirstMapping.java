package org.xinheng.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds the handler of an address with something variable in it by looking at the literal beginning of each pattern first. Spring
 * judges method, parameters and headers of every endpoint before its path, and there are some hundred of them: it was two fifths of
 * the work on the page of an organisation. What is found is the same.
 */
final class PathFirstMapping extends RequestMappingHandlerMapping {

    /** The address that is looked up, read for each of some hundred endpoints. */
    private static final ScopedValue<String> PATH = ScopedValue.newInstance();

    /** Written while the context starts, read only afterwards. */
    private final Map<RequestMappingInfo, String[]> beginnings = new IdentityHashMap<>();

    @Override
    protected void registerHandlerMethod(Object handler, Method method, RequestMappingInfo mapping) {
        super.registerHandlerMethod(handler, method, mapping);
        beginnings.put(
                mapping,
                mapping.getPatternValues().stream()
                        .map(PathFirstMapping::beginning)
                        .toArray(String[]::new));
    }

    /** Up to the first character that stands for others; without a slash at its end, which a request may lack. */
    private static String beginning(String pattern) {
        int end = 0;
        while (end < pattern.length() && "{*?".indexOf(pattern.charAt(end)) < 0) {
            end++;
        }
        String literal = pattern.substring(0, end);
        return literal.endsWith("/") ? literal.substring(0, literal.length() - 1) : literal;
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String lookupPath, HttpServletRequest request)
            throws Exception {
        String path = ServletRequestPathUtils.getParsedRequestPath(request)
                .pathWithinApplication()
                .value();
        return isPlain(path)
                ? ScopedValue.where(PATH, path).call(() -> super.lookupHandlerMethod(lookupPath, request))
                : super.lookupHandlerMethod(lookupPath, request);
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
        return PATH.isBound() && !mayMatch(beginnings.get(info), PATH.get())
                ? null
                : super.getMatchingMapping(info, request);
    }

    private static boolean mayMatch(String @Nullable [] known, String path) {
        if (known == null) {
            return true;
        }
        for (String beginning : known) {
            if (path.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    /** An address with encoded characters or path parameters is another one when decoded: only Spring compares it. */
    private static boolean isPlain(String path) {
        return path.indexOf('%') < 0 && path.indexOf(';') < 0;
    }
}
