package org.xinheng.server.web;

import java.beans.PropertyEditorSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Text of an address or a form loses, before anyone reads it, the control characters that nobody types on purpose. */
@ControllerAdvice
class ParameterText {

    @InitBinder
    void clean(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new Editor());
    }

    /** Tabs and ends of lines stay: they belong to a text of several lines. */
    static String withoutControls(String typed) {
        if (typed.chars().noneMatch(ParameterText::isDropped)) {
            return typed;
        }
        StringBuilder kept = new StringBuilder(typed.length());
        typed.chars().filter(c -> !isDropped(c)).forEach(c -> kept.append((char) c));
        return kept.toString();
    }

    private static boolean isDropped(int c) {
        return Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
    }

    private static final class Editor extends PropertyEditorSupport {
        @Override
        public void setAsText(@Nullable String text) {
            setValue(text == null ? null : withoutControls(text));
        }
    }
}
