package org.xinheng.core.listing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One act in a proceeding, with the day that stands on its paper (Asia/Shanghai). */
public sealed interface Act {

    LocalDate on();

    Kind of();

    /** The kinds of acts; the name is what the store keeps. */
    enum Kind {
        PROPOSE(Propose.class),
        NOTIFY(Notify.class),
        CONSENT(Consent.class),
        ANSWER(Answer.class),
        CALL_HEARING(CallHearing.class),
        HEAR(Hear.class),
        DECIDE(Decide.class),
        SERVE(Serve.class),
        ASK_REMOVAL(AskRemoval.class),
        DECIDE_REMOVAL(DecideRemoval.class),
        REVOKE(Revoke.class),
        DROP(Drop.class);

        private final Class<? extends Act> type;

        Kind(Class<? extends Act> type) {
            this.type = type;
        }

        /** What an act of this kind is read back as. */
        public Class<? extends Act> type() {
            return type;
        }
    }

    /**
     * 拟列入: opens a proceeding. It names everything that the notice will say.
     *
     * @param ground id of the ground's rule in the pack
     * @param facts what happened, free of persons
     * @param law the articles that it rests on
     * @param measures what will follow, in words; blank for a watch tag, which brings none
     * @param underlying number of the decision that it rests on, such as the penalty's; blank for none
     * @param kind value of the record's kind field that stands for the list; blank for a list without records
     * @param record address of the archive's record of the decision that it rests on; null where the archive has none
     */
    record Propose(
            LocalDate on,
            String ground,
            String facts,
            String law,
            String measures,
            String underlying,
            String kind,
            @Nullable String record)
            implements Act {

        /** Rests on no record of the archive. */
        public Propose(
                LocalDate on,
                String ground,
                String facts,
                String law,
                String measures,
                String underlying,
                String kind) {
            this(on, ground, facts, law, measures, underlying, kind, null);
        }

        @Override
        public Kind of() {
            return Kind.PROPOSE;
        }
    }

    /** 列入事先告知书送达: the notice with facts, law, measures and rights is served. */
    record Notify(LocalDate on, String document) implements Act {
        @Override
        public Kind of() {
            return Kind.NOTIFY;
        }
    }

    /** 本人同意公示: whether the organisation agrees that an honour is shown. */
    record Consent(LocalDate on, boolean given) implements Act {
        @Override
        public Kind of() {
            return Kind.CONSENT;
        }
    }

    /**
     * 陈述、申辩、听证申请: what the organisation said, on the day on which it came in.
     *
     * @param last whether it declares that it has nothing to add and waives what is left of its period
     */
    record Answer(LocalDate on, Form form, String words, boolean last) implements Act {

        @Override
        public Act.Kind of() {
            return Act.Kind.ANSWER;
        }

        public enum Form {
            STATEMENT,
            DEFENCE,
            HEARING_REQUEST
        }
    }

    /**
     * 听证通知: served on that day. A hearing that is put off takes another one.
     *
     * @param document number of the notice
     * @param heldOn the day of the hearing
     * @param time of that day, in words
     */
    record CallHearing(LocalDate on, String document, LocalDate heldOn, String time, String place) implements Act {
        @Override
        public Kind of() {
            return Kind.CALL_HEARING;
        }
    }

    /** 听证: held on the day to which it was called. */
    record Hear(LocalDate on, String minutes) implements Act {
        @Override
        public Kind of() {
            return Kind.HEAR;
        }
    }

    /**
     * 列入（不予列入）决定: signed by the head of the body.
     *
     * @param until last day of the listing; null where it lasts until the duty is done
     * @param reasons how what was said in answer was weighed
     */
    record Decide(
            LocalDate on,
            String document,
            Verdict verdict,
            @Nullable LocalDate until,
            String reasons) implements Act {

        @Override
        public Kind of() {
            return Kind.DECIDE;
        }

        public enum Verdict {
            LIST,
            DECLINE
        }
    }

    /** 决定书送达: a decision to list takes effect with it. */
    record Serve(LocalDate on) implements Act {
        @Override
        public Kind of() {
            return Kind.SERVE;
        }
    }

    /** 申请提前移出. @param shown which conditions of the list were proved, by their place, the first being 0 */
    record AskRemoval(LocalDate on, List<Integer> shown, String proof) implements Act {
        public AskRemoval {
            shown = List.copyOf(shown);
        }

        @Override
        public Kind of() {
            return Kind.ASK_REMOVAL;
        }
    }

    /** 移出（不予移出）决定. */
    record DecideRemoval(LocalDate on, String document, boolean granted, String reasons) implements Act {
        @Override
        public Kind of() {
            return Kind.DECIDE_REMOVAL;
        }
    }

    /**
     * 撤销列入: the decision under the listing fell, or the listing itself was wrong.
     *
     * @param fellOn the day on which the decision under it fell, from which the period of the pack runs
     */
    record Revoke(LocalDate on, String document, LocalDate fellOn, String reasons) implements Act {
        @Override
        public Kind of() {
            return Kind.REVOKE;
        }
    }

    /** 终止: the body lets its proposal go before it decides. */
    record Drop(LocalDate on, String reasons) implements Act {
        @Override
        public Kind of() {
            return Kind.DROP;
        }
    }
}
