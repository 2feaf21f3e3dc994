package org.xinheng.server.casework;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What an organisation showed at the service window (出示材料). Kind and number of the paper only, never who carried it.
 *
 * @param number as it stands on the paper; not blank
 */
public record Presented(Kind kind, String number) {

    public enum Kind {
        /** 营业执照或者登记证书原件. */
        LICENCE,
        /** 单位授权书. */
        AUTHORISATION;

        /** As it stands in forms and in the log. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> find(String id) {
            return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
        }
    }
}
