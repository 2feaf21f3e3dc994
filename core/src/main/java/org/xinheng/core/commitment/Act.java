package org.xinheng.core.commitment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One act about a commitment; it bears the day on which it is taken. */
public sealed interface Act {

    Kind of();

    /** The kinds of acts; the name is what the store keeps. */
    enum Kind {
        SIGN(Sign.class),
        WITHDRAW(Withdraw.class),
        SUPPLY(Supply.class),
        LAPSE(Lapse.class),
        REVIEW(Review.class),
        NOTIFY(Notify.class),
        ANSWER(Answer.class),
        DECIDE(Decide.class),
        REPAIR(Repair.class);

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
     * 签署: by the organisation itself, of its own will.
     *
     * @param statement what is promised, free of persons
     * @param missing ids of the papers that follow; empty where none does
     * @param until last day on which the commitment holds; null for one without end
     */
    record Sign(
            String statement,
            List<String> missing,
            @Nullable LocalDate until) implements Act {
        public Sign {
            missing = List.copyOf(missing);
        }

        @Override
        public Kind of() {
            return Kind.SIGN;
        }
    }

    /** 自愿撤回: leads back to the ordinary procedure, without disadvantage. */
    record Withdraw() implements Act {
        @Override
        public Kind of() {
            return Kind.WITHDRAW;
        }
    }

    /** 补齐材料: the papers came. */
    record Supply() implements Act {
        @Override
        public Kind of() {
            return Kind.SUPPLY;
        }
    }

    /** 逾期未补、依法不予许可: an ordinary refusal, and no breach. */
    record Lapse(String reasons) implements Act {
        @Override
        public Kind of() {
            return Kind.LAPSE;
        }
    }

    /** 核查、复核: what was found of the performance; its result is published. */
    record Review(Performance performance, String findings) implements Act {
        @Override
        public Kind of() {
            return Kind.REVIEW;
        }
    }

    /** 拟认定违反承诺告知书送达. */
    record Notify(String document, String facts, String law, String measures) implements Act {
        @Override
        public Kind of() {
            return Kind.NOTIFY;
        }
    }

    /** 陈述、申辩. @param last whether it has nothing to add and waives what is left of its period */
    record Answer(String words, boolean last) implements Act {
        @Override
        public Kind of() {
            return Kind.ANSWER;
        }
    }

    /** 认定决定: signed by the head of the accepting body. @param reasons how the answer was weighed */
    record Decide(String document, boolean broken, String reasons) implements Act {
        @Override
        public Kind of() {
            return Kind.DECIDE;
        }
    }

    /** 修复: put right; the breach is no longer shown and bars nothing. */
    record Repair(String document, String reasons) implements Act {
        @Override
        public Kind of() {
            return Kind.REPAIR;
        }
    }
}
