package org.xinheng.server.intake;

import org.xinheng.core.code.ResidentId;

/** Identity numbers that could be some person's and are made up. */
final class Residents {

    /** Born 7 March 1990 in region 110101. */
    static final String NUMBER = number("11010119900307887");

    private Residents() {}

    private static String number(String first17) {
        for (char check : "0123456789X".toCharArray()) {
            if (ResidentId.matches(first17 + check)) {
                return first17 + check;
            }
        }
        throw new AssertionError("no check digit for " + first17);
    }
}
