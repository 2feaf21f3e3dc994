package org.xinheng.core.policy;

import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Layout of a credit report (信用报告): its chapters, in their order, and the sentence that every copy bears.
 *
 * @param kind public (公共信用信息报告) or special (专项信用报告)
 * @param lookBack how far back an applicant may choose; null where the report shows what is public today
 * @param statement what the report is and is not (声明)
 */
public record ReportLayout(Rule rule, Kind kind, @Nullable Period lookBack, Title statement, List<Chapter> chapters) {

    public ReportLayout {
        chapters = List.copyOf(chapters);
    }

    public String id() {
        return rule.id();
    }

    public enum Kind {
        PUBLIC,
        SPECIAL
    }

    /**
     * @param recordTypes what it shows
     * @param unpublishedToo also what the publish gate keeps from the portal, such as penalties by simplified procedure
     * @param source what is answered when a type has no source: a chapter without one says "not covered", never "no record"
     */
    public record Chapter(Rule rule, List<String> recordTypes, boolean unpublishedToo, Title source) {
        public Chapter {
            recordTypes = List.copyOf(recordTypes);
        }
    }
}
