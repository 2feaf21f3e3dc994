package org.xinheng.server.measure;

import java.util.List;
import java.util.Optional;
import org.xinheng.server.access.Actor;
import org.xinheng.server.web.Language;

/** Credit checks (信用核查) and their receipts. */
public interface Checks {

    /** Begins to read what checks are answered from, without waiting for it: until then each reads the database for itself. */
    void prepare();

    /**
     * Answers a question and keeps the receipt. The answer is true at the archive's and the register's position that it
     * quotes, and both were the last ones in the transaction that made it durable.
     *
     * @param language of the sentences in the answer
     * @throws org.springframework.dao.DataAccessException when that cannot be known or kept: then there is no answer
     */
    Receipt ask(Question question, Actor actor, Language language);

    /**
     * As {@link #ask} for some thousand questions at most: all receipts are kept in one transaction, but for those of answers that were
     * overtaken, which are given again in a further one.
     *
     * @return receipts in the order of the questions
     */
    List<Receipt> askAll(List<Question> questions, Actor actor, Language language);

    /**
     * The receipt again, word for word: for whoever asked, and for those who oversee. The read is logged.
     *
     * @param purpose why it is read; who asked may leave it blank
     * @return empty when there is none, or none that the actor may see
     */
    Optional<Receipt> find(long id, Actor actor, String purpose);
}
