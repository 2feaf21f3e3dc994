package org.xinheng.core.record;

import java.util.Collection;

/**
 * Name of an organisation (名称) as it was written, with a key under which its spellings are equal.
 *
 * <p>A name links nothing by itself: the key serves search, and to tell whether a delivered name is one that the
 * organisation of the delivered code ever held.
 *
 * @param value the name as written, without blanks at its ends
 */
public record OrganisationName(String value) {

    public OrganisationName {
        String stripped = Glyphs.strip(value);
        if (stripped == null) {
            throw new IllegalArgumentException("a name has at least one character");
        }
        value = stripped;
    }

    /** A name from a trusted place; throws {@link IllegalArgumentException} when blank. */
    public static OrganisationName of(String value) {
        return new OrganisationName(value);
    }

    /**
     * The name with half-width characters, lower-case letters, round brackets, one kind of dot and one kind of hyphen,
     * without any blank. Two names with equal keys are written differently and mean the same.
     */
    public String key() {
        return key(value);
    }

    /**
     * Whether the name is like any that the organisation ever held; false for a name unlike all of them, which makes
     * the row wait for a human. Short forms and former names that nobody recorded are unlike on purpose.
     */
    public boolean alike(Collection<OrganisationName> everHeld) {
        if (everHeld.contains(this)) {
            return true;
        }
        String own = key();
        return everHeld.stream().anyMatch(name -> own.equals(name.key()));
    }

    @Override
    public String toString() {
        return value;
    }

    /** The key of any text: the same rule for names, parts of names and search words. */
    public static String key(String text) {
        return ComparedForm.NAME.of(text);
    }
}
