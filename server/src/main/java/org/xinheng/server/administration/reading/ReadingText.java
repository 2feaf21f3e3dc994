package org.xinheng.server.administration.reading;

import java.util.Map;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.ReadSearch.Reading;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.administration.grant.GrantText;
import org.xinheng.server.web.Text;
import org.xinheng.server.web.Words;

/** Words of the log of reads. */
enum ReadingText implements Text {
    NAV,
    NAV_OWN,
    TITLE,
    LEAD,
    OWN_TITLE,
    OWN_LEAD,
    NONE,
    NONE_HINT,
    AT,
    BODY,
    BODY_OFFICE,
    POST,
    POST_PROGRAM,
    POST_ELSEWHERE,
    WHAT,
    WHAT_OTHER,
    PARTY,
    CODE,
    PURPOSE,
    PURPOSE_OWN,
    PURPOSE_OVERSIGHT,
    FROM,
    UNTIL,
    DAY_WRONG,
    DAY_WRONG_ADVICE;

    /** Purposes that the program states for the reader, without the number of the thing: key of the sentence. */
    private static final Map<String, String> STATED = Map.of(
            "re-check", "purpose.re-check",
            "repair", "purpose.re-check",
            "own inbox", "purpose.own-inbox",
            "served documents", "purpose.served-documents",
            "served document", "purpose.served-documents",
            "cases", "purpose.cases",
            "overseeing listings", "purpose.overseeing-listings",
            "own proceedings", "purpose.own-proceedings");

    @Override
    public String bundle() {
        return "readings";
    }

    static String what(String what, Words words) {
        String said = words.find("reading-words", "what." + what);
        return said == null ? words.say(WHAT_OTHER) : said;
    }

    /** Roles as the pages of accounts name them. */
    static String post(Reading reading, Words words) {
        if (reading.kind() == Actor.Kind.CLIENT) {
            return words.say(POST_PROGRAM);
        }
        if (reading.roles().isEmpty()) {
            return words.say(POST_ELSEWHERE);
        }
        return String.join(
                " · ",
                reading.roles().stream()
                        .map(role -> GrantText.grant("role.", role.name(), words))
                        .sorted()
                        .toList());
    }

    /** The code of a purpose in words; one that the reader stated as it was stated. */
    static String purpose(String purpose, Words words) {
        for (ReadingPurpose known : ReadingPurpose.values()) {
            if (purpose.equals(known.code()) || purpose.startsWith(known.code() + ":")) {
                ReadingText said = known == ReadingPurpose.OWN_WORK ? PURPOSE_OWN : PURPOSE_OVERSIGHT;
                String about = purpose.substring(known.code().length());
                return words.say(said) + (about.isEmpty() ? "" : " " + about.substring(1));
            }
        }
        String key = STATED.get(purpose.replaceFirst(" \\d+$", ""));
        String said = key == null ? null : words.find("reading-words", key);
        return said == null ? purpose : said;
    }
}
