package org.xinheng.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Lets controller methods return a page record or a redirect. */
final class AnswerHandler implements HandlerMethodReturnValueHandler {

    private final PageRenderer renderer;

    AnswerHandler(PageRenderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return Answer.class.isAssignableFrom(returnType.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object returned, MethodParameter type, ModelAndViewContainer container, NativeWebRequest web)
            throws IOException {
        container.setRequestHandled(true);
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        HttpServletResponse response = web.getNativeResponse(HttpServletResponse.class);
        if (request == null || response == null) {
            throw new IllegalStateException("pages are answered over HTTP only");
        }
        switch ((Answer) returned) {
            case null -> throw new IllegalStateException(type.getExecutable() + " gave no page");
            case PageView page -> renderer.render(page, request, response);
            case ListFile file -> file.send(response);
            case FileStream stream -> stream.send(response);
            case Redirect redirect -> {
                response.setStatus(HttpStatus.SEE_OTHER.value());
                response.setHeader(HttpHeaders.LOCATION, Language.of(request).address(redirect.path()));
            }
        }
    }
}
