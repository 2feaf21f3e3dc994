package org.xinheng.server.evaluation.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.evaluation.Evaluations;
import org.xinheng.server.intake.PenaltyFile;
import org.xinheng.server.intake.RecordsServer;
import org.xinheng.server.service.Document;
import org.xinheng.server.service.DocumentService;
import org.xinheng.server.service.Served;
import org.xinheng.server.service.ServedDocument;

/** What befalls one organisation keeps advice from no other, and is tried again. */
class AdvisingTest extends RecordsServer {

    @Autowired
    Evaluations evaluations;

    @Autowired
    DocumentService documents;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Advising advising;

    /** Serves everybody but one. */
    private record Failing(DocumentService whole, long unfit) implements DocumentService {
        @Override
        public Served serve(Document document) {
            if (document.organisationId() == unfit) {
                throw new IllegalArgumentException("a field is unknown to the template");
            }
            return whole.serve(document);
        }

        @Override
        public Optional<ServedDocument> find(long id) {
            return whole.find(id);
        }

        @Override
        public List<ServedDocument> ofCase(String reference) {
            return whole.ofCase(reference);
        }
    }

    @BeforeEach
    void twoPoorOnes() throws Exception {
        evaluations.follow();
        advising.look();
        register(Map.of(base, "2015-03-01", base + 1, "2015-03-01"));
        poorGrade(base);
        poorGrade(base + 1);
        evaluations.follow();
    }

    private long advised(int number) {
        return sql.sql("SELECT count(*) FROM evaluation.advice WHERE organisation_id = :id")
                .param("id", organisation(number).id())
                .query(Long.class)
                .single();
    }

    @Test
    void oneThatCannotBeServedHoldsUpNobodyAndIsServedLater() {
        var around = new Advising.Surroundings(
                inForce, new Failing(documents, organisation(base).id()), clock, new TransactionTemplate(transactions));
        var hindered = new Advising(new AdviceStore(sql), evaluations, organisations, around);

        assertThatThrownBy(hindered::look).isInstanceOf(IllegalStateException.class);
        assertThat(advised(base)).isZero();
        assertThat(advised(base + 1)).as(PenaltyFile.code(base + 1)).isEqualTo(1);
        assertThat(new AdviceStore(sql).unfollowed().nothing())
                .as("the others' results are not gone through again")
                .isTrue();
        assertThatThrownBy(hindered::look).isInstanceOf(IllegalStateException.class);

        advising.look();
        assertThat(advised(base)).isEqualTo(1);
        assertThat(advised(base + 1)).as("once").isEqualTo(1);
        assertThat(new AdviceStore(sql).failed()).isEmpty();
    }

    /** A whole run that ends after a younger one is followed all the same. */
    @Test
    void anOlderRunThatEndsLaterIsFollowed() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            var store = new AdviceStore(sql);
            store.followed(store.unfollowed());
            long older = run();
            long younger = run();
            part(younger);
            assertThat(store.unfollowed().runs()).containsExactly(younger);
            store.followed(store.unfollowed());
            part(older);
            assertThat(store.unfollowed().runs()).containsExactly(older);
        });
    }

    private long run() {
        return sql.sql("""
                        INSERT INTO evaluation.run (model, model_hash, pack, day, parts, actor, started_at)
                        VALUES ('enterprise', '', '', '2026-06-10', 1, 'test', now()) RETURNING id
                        """).query(Long.class).single();
    }

    private void part(long run) {
        sql.sql("INSERT INTO evaluation.part (run_id, part, position, organisations, records) VALUES (?, 0, 1, 0, 0)")
                .param(run)
                .update();
    }
}
