package org.xinheng.server.archive.withdrawal;

import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.archive.Archive.EndResult;
import org.xinheng.server.archive.Archive.Withdrawal;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.service.Document;
import org.xinheng.server.service.DocumentService;

/** Tells the organisation that a record about it was withdrawn (信用信息撤回告知书), in the transaction that withdraws it. */
final class WithdrawalNotices {

    private final DocumentService documents;
    private final TransactionTemplate writing;

    WithdrawalNotices(DocumentService documents, PlatformTransactionManager transactions) {
        this.documents = documents;
        this.writing = new TransactionTemplate(transactions);
    }

    /**
     * @param issuer code of the body that withdraws it
     * @param work withdraws the record; one that had ended before is told nothing of
     */
    EndResult together(RecordVersion record, Withdrawal withdrawal, String issuer, Supplier<EndResult> work) {
        return Objects.requireNonNull(writing.execute(_ -> {
            EndResult result = work.get();
            if (result instanceof EndResult.Ended) {
                serve(record, withdrawal, issuer);
            }
            return result;
        }));
    }

    private void serve(RecordVersion record, Withdrawal withdrawal, String issuer) {
        documents.serve(new Document(
                record.organisationId(),
                "record.withdrawn",
                Map.of("document", withdrawal.documentNumber(), "statement", withdrawal.statement()),
                issuer,
                record.address()));
    }
}
