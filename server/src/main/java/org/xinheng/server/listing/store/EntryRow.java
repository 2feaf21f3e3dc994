package org.xinheng.server.listing.store;

import java.sql.Types;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.core.listing.Chain;
import org.xinheng.core.listing.Proceeding;
import org.xinheng.core.listing.Step;
import org.xinheng.server.listing.store.Effects.Carrier;

/** An organisation on a list, with the numbers of the steps that brought it there. */
final class EntryRow {

    private final JdbcClient sql;

    EntryRow(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Proceeding proceeding, Chain chain, @Nullable Carrier carrier) {
        Step notice = chain.notice();
        sql.sql("""
                        INSERT INTO listing.entry (proceeding_id, nature, organisation_id, proposal_no, proposer, notice_no,
                            answer_by, last_word_no, consent_no, decision_no, signer, decided_on, document_number, service_no,
                            service_actor, act_id, record_id)
                        VALUES (:id, :nature, :organisation, :proposalNo, :proposer, :noticeNo, :answerBy, :lastWordNo,
                            :consentNo, :decisionNo, :signer, :decidedOn, :document, :serviceNo, :serviceActor, :act, :record)
                        """)
                .param("id", proceeding.id())
                .param("nature", chain.nature().name())
                .param("organisation", proceeding.subject().organisation())
                .param("proposalNo", chain.proposal().no())
                .param("proposer", chain.proposal().by().name())
                .param("noticeNo", number(notice), Types.INTEGER)
                .param("answerBy", notice == null ? null : notice.answerBy(), Types.DATE)
                .param("lastWordNo", number(chain.lastWord()), Types.INTEGER)
                .param("consentNo", number(chain.consent()), Types.INTEGER)
                .param("decisionNo", chain.decision().no())
                .param("signer", chain.decision().by().name())
                .param("decidedOn", chain.decided().on())
                .param("document", chain.decided().document())
                .param("serviceNo", chain.service().no())
                .param("serviceActor", chain.service().by().name())
                .param("act", carrier == null ? null : carrier.actId(), Types.BIGINT)
                .param("record", carrier == null ? null : carrier.recordId(), Types.BIGINT)
                .update();
    }

    /** The record of an entry; null where there is no entry, or none with a record. */
    @Nullable
    Long recordOf(long proceeding) {
        return sql.sql("SELECT record_id FROM listing.entry WHERE proceeding_id = :id AND record_id IS NOT NULL")
                .param("id", proceeding)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    boolean stands(long organisation, long recordId) {
        return sql.sql("SELECT EXISTS (SELECT FROM listing.entry"
                        + " WHERE organisation_id = :organisation AND record_id = :record)")
                .param("organisation", organisation)
                .param("record", recordId)
                .query(Boolean.class)
                .single();
    }

    private static @Nullable Integer number(@Nullable Step step) {
        return step == null ? null : step.no();
    }
}
