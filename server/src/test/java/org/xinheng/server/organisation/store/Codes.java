package org.xinheng.server.organisation.store;

import org.xinheng.core.code.OrganisationCode;
import org.xinheng.core.code.RegistrationNumber;
import org.xinheng.core.code.Uscc;

/** Made-up codes of the region 9901xx, which no real place has. */
final class Codes {

    private Codes() {}

    static String valid(int number) {
        return valid("91", number);
    }

    static String valid(String prefix, int number) {
        String body = "%08d".formatted(number);
        return checked(prefix + "990101" + body + OrganisationCode.checkDigit(body));
    }

    /** The check character of the whole holds, the digit of the organisation code inside does not. */
    static String withWrongInside(int number) {
        String body = "%08d".formatted(number);
        char right = OrganisationCode.checkDigit(body);
        return checked("91990101" + body + (right == '1' ? '2' : '1'));
    }

    static String failing(int number) {
        String code = valid(number);
        char last = code.charAt(17);
        return code.substring(0, 17) + (last == 'A' ? 'B' : 'A');
    }

    static String older(int number) {
        String body = "990101%08d".formatted(number);
        return body + RegistrationNumber.checkDigit(body);
    }

    private static String checked(String first17) {
        return first17 + Uscc.checkCharacter(first17);
    }
}
