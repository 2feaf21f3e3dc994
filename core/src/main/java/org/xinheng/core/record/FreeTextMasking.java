package org.xinheng.core.record;

import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.code.CodeReader;

/**
 * Takes out of free text what belongs to a natural person and not on public or shared pages (脱敏): identity numbers,
 * phones, bank cards, vehicle plates, home addresses. Names of persons are not taken out, only told, because a machine
 * that guesses at names takes out places and firms as well.
 *
 * <p>What is taken out stands as {@value #MASK}; how many characters there were cannot be told. Masking a masked text
 * changes nothing. Time grows with the length of the text and with nothing else. Source: Personal Information Protection
 * Law art. 6; Government Information Disclosure Regulation art. 15.
 */
public final class FreeTextMasking {

    /** Stands for each stretch that was taken out. */
    public static final String MASK = "***";

    private static final byte OTHER = 0;
    private static final byte DIGIT = 1;
    private static final byte PLATE = 2;
    private static final byte ADDRESS = 3;
    private static final byte ADDRESS_OR_NAME = 4;
    private static final byte NAME = 5;
    private static final byte[] CLASSES = classes();

    private final PersonalNumbers numbers;

    private FreeTextMasking(CodeReader codes) {
        numbers = new PersonalNumbers(codes);
    }

    /** @param codes tells apart what looks like a bank card and is a code of an organisation */
    public static FreeTextMasking of(CodeReader codes) {
        return new FreeTextMasking(codes);
    }

    /**
     * A text after masking.
     *
     * @param text the same string when nothing was taken out
     * @param stretches how many stretches were taken out
     * @param names whether another person's name or identity document seems to be named
     */
    public record Masked(String text, int stretches, boolean names) {}

    /** As {@link #mask(String, Predicate)}, for a text without a row around it. */
    public Masked mask(String text) {
        return mask(text, digits -> false);
    }

    /**
     * Masks free text.
     *
     * @param own whether digits belong to a code or document number of the same row: those are neither card nor phone.
     *     Identity numbers are masked even then
     */
    public Masked mask(String text, Predicate<String> own) {
        Cutting cutting = new Cutting(text);
        HomeAddress address = new HomeAddress(text);
        boolean names = false;
        int at = 0;
        while (at < text.length()) {
            byte found = CLASSES[text.charAt(at)];
            int next = at + 1;
            if (found == DIGIT) {
                next = numbers.cut(text, at, own, cutting);
            } else if (found == PLATE) {
                next = VehiclePlate.cut(text, at, cutting);
            } else if (found == ADDRESS || found == ADDRESS_OR_NAME) {
                next = address.cut(at, cutting);
            }
            if (found >= ADDRESS_OR_NAME && !names) {
                names = PersonNames.startAt(text, at);
            }
            at = next;
        }
        return cutting.masked(names);
    }

    /** Masks identity numbers only: for names, titles and numbers, where other digits are what they are there for. */
    public Masked maskIdentity(String text) {
        Cutting cutting = new Cutting(text);
        int at = 0;
        while (at < text.length()) {
            at = CLASSES[text.charAt(at)] == DIGIT ? numbers.cutIdentity(text, at, cutting) : at + 1;
        }
        return cutting.masked(false);
    }

    /** The text while stretches are cut out of it, from left to right. */
    static final class Cutting {

        private final String text;
        private @Nullable StringBuilder kept;
        private int done;
        private int stretches;

        Cutting(String text) {
            this.text = text;
        }

        /** Both places in the text; stretches come in order and never overlap. */
        void cut(int from, int to) {
            if (kept == null) {
                kept = new StringBuilder(text.length());
            }
            kept.append(text, done, from).append(MASK);
            done = to;
            stretches++;
        }

        Masked masked(boolean names) {
            if (kept == null) {
                return new Masked(text, 0, names);
            }
            return new Masked(kept.append(text, done, text.length()).toString(), stretches, names);
        }
    }

    private static byte[] classes() {
        byte[] classes = new byte[Character.MAX_VALUE + 1];
        Arrays.fill(classes, OTHER);
        mark(classes, "0123456789０１２３４５６７８９", DIGIT);
        mark(classes, VehiclePlate.PROVINCES, PLATE);
        mark(classes, PersonNames.STARTS, NAME);
        for (char c : HomeAddress.STARTS.toCharArray()) {
            classes[c] = classes[c] == NAME ? ADDRESS_OR_NAME : ADDRESS;
        }
        return classes;
    }

    private static void mark(byte[] classes, String characters, byte as) {
        for (char c : characters.toCharArray()) {
            classes[c] = as;
        }
    }
}
