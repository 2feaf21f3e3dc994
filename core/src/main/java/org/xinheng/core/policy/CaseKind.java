package org.xinheng.core.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A kind of case (案件种类), such as objection or repair: who may do what in which state, what it does to a record, and which
 * periods run. One machine runs all kinds.
 *
 * @param number how its cases are numbered, like those of no other kind
 * @param about what a case of this kind is about
 * @param findings ids of the record types of which a record must stand before it is opened (认定依据); empty where it hangs on none
 * @param grounds on which it may be opened; empty where it needs none
 * @param groundsFrom where grounds come from beside those that the kind names itself
 * @param documents papers that may be handed in, in the order in which they are asked for
 * @param states in the order of the way; the first is the one that opening leads to
 * @param actions what may be done; those that come from no state open a case
 * @param timers periods that run within it
 * @param recheck how what was granted is looked into again; null where it is not
 */
public record CaseKind(
        Rule rule,
        NumberPattern number,
        About about,
        List<String> findings,
        List<Ground> grounds,
        GroundsFrom groundsFrom,
        List<Document> documents,
        List<State> states,
        List<Action> actions,
        List<Timer> timers,
        @Nullable Recheck recheck) {

    public CaseKind {
        findings = List.copyOf(findings);
        grounds = List.copyOf(grounds);
        documents = List.copyOf(documents);
        states = List.copyOf(states);
        actions = List.copyOf(actions);
        timers = List.copyOf(timers);
    }

    /** The id without its family: {@code objection} for the rule {@code case.objection}. */
    public String id() {
        return rule.id().substring(rule.id().indexOf('.') + 1);
    }

    public Optional<Action> action(String id) {
        return actions.stream().filter(action -> action.id().equals(id)).findFirst();
    }

    public Optional<State> state(String id) {
        return states.stream().filter(state -> state.id().equals(id)).findFirst();
    }

    public Optional<Ground> ground(String id) {
        return grounds.stream().filter(ground -> ground.id().equals(id)).findFirst();
    }

    /** Grounds on which it may be opened on a day. */
    public List<Ground> groundsOn(LocalDate day) {
        return grounds.stream().filter(ground -> ground.within().covers(day)).toList();
    }

    /** Whether it is opened on a ground at all, be there one today or not. */
    public boolean needsGround() {
        return groundsFrom != GroundsFrom.ITSELF || !grounds.isEmpty();
    }

    /** The same kind with the campaigns of the place among its grounds, where it draws on them. */
    public CaseKind with(List<Monitoring.Campaign> campaigns) {
        if (groundsFrom != GroundsFrom.CAMPAIGNS) {
            return this;
        }
        List<Ground> all = Stream.concat(
                        grounds.stream(),
                        campaigns.stream()
                                .map(campaign -> new Ground(
                                        campaign.id(),
                                        campaign.rule().title(),
                                        null,
                                        campaign.rule().validity(),
                                        campaign.subjects(),
                                        campaign.ledBy())))
                .toList();
        return new CaseKind(
                rule, number, about, findings, all, groundsFrom, documents, states, actions, timers, recheck);
    }

    public enum GroundsFrom {
        /** The kind names them all. */
        ITSELF,
        /** 专项治理: the campaigns of the place, each while it lasts. */
        CAMPAIGNS
    }

    public enum About {
        /** One record in the archive. */
        RECORD,
        /** One organisation. */
        ORGANISATION
    }

    /** Who acts (办理角色). */
    public enum Party {
        /** 当事人: the subject itself. */
        ORGANISATION,
        /** 服务窗口: for the subject, on proof of authority. */
        WINDOW,
        /** 认定单位、数据来源单位: whoever made the finding, or its successor. */
        SOURCE,
        /** 信用办: the credit office, which decides nothing that another body found. */
        OFFICE,
        /** 信用中国: the one window of repair, through its port. */
        PORTAL,
        /** 举报人: anybody, unnamed. */
        REPORTER,
        /** 期限届满: the end of a period. */
        CLOCK
    }

    /** What an action does beyond the state of the case (办理效果). */
    public enum Effect {
        /** 异议标注: the record is shown as disputed. */
        MARK,
        /** 核查期间隐藏: the record is not shown and not used while it is looked into. */
        HIDE,
        /** The dispute is over: mark and hiding go. */
        UNMARK,
        /** 撤下说明: the organisation's own words beside the record go. */
        RETRACT,
        /** 逾期未答复: not shown and not used until the source certifies. */
        WITHHOLD,
        /** 诉讼复议标注. */
        LITIGATION,
        /** The suit is over. */
        LITIGATION_OVER,
        /** 信用修复: publication, sharing and use end, measures lift. */
        END_REPAIRED,
        /** 撤销修复: the state before the repair stands again. */
        UNDO_REPAIR,
        /** 暂时屏蔽: not shown and not used for the time being, with a statement. */
        SCREEN,
        /** 恢复展示. */
        UNSCREEN,
        /** 撤回: the record falls, with a statement that clears the party. */
        WITHDRAW,
        /** The source has corrected the record; that it has is looked up. */
        CORRECTED,
        /** 核查线索: another's hint goes to the source, without any mark. */
        LEAD,
        /** 不适用承诺修复: false material was handed in; no repair on a commitment for the period of the pack. */
        BAR,
        /** 核对限制: the step is refused while {@link #BAR} of an earlier case lasts. */
        UNBARRED,
        /** 结果回传: the result goes back by the port through which the case came. */
        RETURN_RESULT
    }

    /** What an action does to the periods of the case. */
    public enum Clockwork {
        NONE,
        /** 中止. */
        SUSPEND,
        /** 恢复计算. */
        RESUME,
        /** 延长. */
        EXTEND
    }

    /**
     * @param remedy null for what can be looked into here; else what the organisation is told instead (救济途径)
     * @param within days on which a case may be opened on it (Asia/Shanghai); what was opened goes to its end
     * @param subjects of which kinds an organisation must be; empty for all
     * @param ledBy ids of the bodies that open cases on it; empty where any that may open one does
     */
    public record Ground(
            String id,
            Title title,
            @Nullable Title remedy,
            Validity within,
            List<SubjectKind> subjects,
            List<String> ledBy) {

        public Ground {
            subjects = List.copyOf(subjects);
            ledBy = List.copyOf(ledBy);
        }

        /** Whether a case about a subject of that kind may be opened on it. */
        public boolean holds(SubjectKind kind) {
            return subjects.isEmpty() || subjects.contains(kind);
        }
    }

    /** @param required whether a case cannot be opened without it */
    public record Document(String id, Title title, boolean required) {}

    /** @param closed whether the case is at its end there */
    public record State(String id, Title title, boolean closed) {}

    /**
     * @param by who may do it
     * @param from states in which it may be done; empty when it opens a case
     * @param to the state that it leads to; null where the case stays where it is
     * @param needs what has to be said with it
     * @param answer what the organisation is told with it beside the reasons, such as the next remedy; null for nothing
     * @param serves id of the document that is served on the organisation with it; null for none
     */
    public record Action(
            String id,
            Title title,
            Set<Party> by,
            List<String> from,
            @Nullable String to,
            List<Effect> effects,
            Needs needs,
            @Nullable Title answer,
            @Nullable String serves) {

        public Action {
            by = Set.copyOf(by);
            from = List.copyOf(from);
            effects = List.copyOf(effects);
        }

        public boolean opens() {
            return from.isEmpty();
        }
    }

    /**
     * @param reason whether reasons must be given
     * @param paper which document must be named by number and date
     * @param clockwork what it does to the periods
     */
    public record Needs(boolean reason, Paper paper, Clockwork clockwork) {
        public static final Needs NOTHING = new Needs(false, Paper.NONE, Clockwork.NONE);
    }

    /** Which document stands behind an action (文书). */
    public enum Paper {
        NONE,
        /** Any that exists by then, such as the judgment that quashed a decision. */
        ANY,
        /** The decision on this very case: never older than the case. */
        DECISION
    }

    /**
     * A period within a case (办理时限).
     *
     * @param clock id of the period in the pack
     * @param starts actions that start it: it runs from the day of the last of them
     * @param ends actions that end it
     * @param onMiss the action that follows when it ends unused; null where nothing follows but being late
     */
    public record Timer(
            String id,
            String clock,
            List<String> starts,
            List<String> ends,
            @Nullable String onMiss) {

        public Timer {
            starts = List.copyOf(starts);
            ends = List.copyOf(ends);
        }
    }

    /**
     * How granted cases are looked into again (抽查复核).
     *
     * @param after actions that grant
     * @param clock id of the period within which those drawn are looked into, from the day of the grant
     * @param share per cent of them that are drawn, 1 to 100
     * @param push id of the period within which an application that was handed over comes back as a push
     */
    public record Recheck(List<String> after, String clock, int share, String push) {

        public Recheck {
            after = List.copyOf(after);
        }
    }
}
