package org.xinheng.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds the handler of an address with something variable in it by looking at the literal beginning of each pattern first. Spring
 * judges method, parameters and headers of every endpoint before its path, and there are some hundred of them: it was two fifths of
 * the work on the page of an organisation. What is found is the same.
 */
final class PathFirstMapping extends RequestMappingHandlerMapping {

    /** Written while the context starts, read only afterwards. */
    private final Map<RequestMappingInfo, List<String>> beginnings = new IdentityHashMap<>();

    @Override
    protected void registerHandlerMethod(Object handler, Method method, RequestMappingInfo mapping) {
        super.registerHandlerMethod(handler, method, mapping);
        beginnings.put(
                mapping,
                mapping.getPatternValues().stream()
                        .map(PathFirstMapping::beginning)
                        .toList());
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
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
        List<String> known = beginnings.get(info);
        String path = ServletRequestPathUtils.getParsedRequestPath(request)
                .pathWithinApplication()
                .value();
        return known != null && isPlain(path) && known.stream().noneMatch(path::startsWith)
                ? null
                : super.getMatchingMapping(info, request);
    }

    /** An address with encoded characters or path parameters is another one when decoded: only Spring compares it. */
    private static boolean isPlain(String path) {
        return path.indexOf('%') < 0 && path.indexOf(';') < 0;
    }
}
