package org.xinheng.server.measure.column;

import org.xinheng.core.policy.Measure;
import org.xinheng.core.policy.SubjectKind;
import org.xinheng.server.web.Text;

/** Words of the public columns of measures. */
public enum ColumnText implements Text {
    NAV_MEASURES,
    NAV_BANS,
    BANS_TITLE,
    BANS_LEAD,
    BANS_NONE,
    BANS_NONE_HINT,
    BANS_CUT,
    BANS_SUBJECT,
    BANS_CODE,
    BANS_KIND,
    BANS_SCOPE,
    BANS_LAW,
    BANS_AUTHORITY,
    BANS_NUMBER,
    BANS_FIRST,
    BANS_LAST,
    BANS_FOR_GOOD,
    MEASURES_TITLE,
    MEASURES_LEAD,
    MEASURES_MEASURE,
    MEASURES_EFFECT,
    MEASURES_RESTRICTION,
    MEASURES_INCENTIVE,
    MEASURES_DUTY,
    MEASURES_MUST,
    MEASURES_MAY,
    MEASURES_BODY,
    MEASURES_GROUND,
    MEASURES_GROUND_FINE,
    MEASURES_LASTING,
    MEASURES_LASTING_VALUE,
    MEASURES_BASIS,
    MEASURES_MATTERS,
    MEASURES_SUBJECTS,
    MEASURES_SUBJECT_ORGANISATION,
    MEASURES_SUBJECT_BUSINESS,
    MEASURES_FROM,
    MEASURES_OFF,
    MEASURES_OFF_RESTRICTION,
    MEASURES_OFF_INCENTIVE,
    MEASURES_REPAIR,
    MEASURES_OBJECT,
    MEASURES_SCENES,
    MEASURES_WORDS;

    @Override
    public String bundle() {
        return "measure-columns";
    }

    static ColumnText of(Measure.Effect effect) {
        return switch (effect) {
            case RESTRICTION -> MEASURES_RESTRICTION;
            case INCENTIVE -> MEASURES_INCENTIVE;
        };
    }

    static ColumnText of(Measure.Duty duty) {
        return switch (duty) {
            case MUST -> MEASURES_MUST;
            case MAY -> MEASURES_MAY;
        };
    }

    static ColumnText of(SubjectKind kind) {
        return switch (kind) {
            case ORGANISATION -> MEASURES_SUBJECT_ORGANISATION;
            case INDIVIDUAL_BUSINESS -> MEASURES_SUBJECT_BUSINESS;
        };
    }
}
