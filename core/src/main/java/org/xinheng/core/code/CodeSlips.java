package org.xinheng.core.code;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Codes that somebody may have meant who wrote another one: with two neighbours in each other's place, or one character for another. Only
 * codes whose check character computes: of the others one slip makes hundreds, and next to none was ever issued.
 */
public final class CodeSlips {

    private CodeSlips() {}

    /**
     * @param code 18 characters, normalised; any other text has none
     * @return at most 35, none of them the code itself
     */
    public static List<String> of(String code) {
        if (!Uscc.hasShape(code)) {
            return List.of();
        }
        Set<String> meant = new LinkedHashSet<>();
        for (int i = 0; i + 1 < Uscc.LENGTH; i++) {
            StringBuilder swapped = new StringBuilder(code);
            swapped.setCharAt(i, code.charAt(i + 1));
            swapped.setCharAt(i + 1, code.charAt(i));
            add(meant, swapped);
        }
        for (int i = 0; i < Uscc.LENGTH; i++) {
            for (char other : Uscc.CHARACTERS.toCharArray()) {
                StringBuilder exchanged = new StringBuilder(code);
                exchanged.setCharAt(i, other);
                add(meant, exchanged);
            }
        }
        meant.remove(code);
        return new ArrayList<>(meant);
    }

    private static void add(Set<String> meant, StringBuilder code) {
        if (Uscc.of(code.toString()).checkHolds()) {
            meant.add(code.toString());
        }
    }
}
