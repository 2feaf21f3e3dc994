package org.xinheng.server.measure.answer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessResourceException;
import org.xinheng.core.policy.Matter;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.ReadingPurpose;
import org.xinheng.server.database.Patience;
import org.xinheng.server.measure.Checks;
import org.xinheng.server.measure.Question;
import org.xinheng.server.measure.Receipt;
import org.xinheng.server.measure.receipt.Draft;
import org.xinheng.server.measure.receipt.Receipts;
import org.xinheng.server.measure.sight.Positions;
import org.xinheng.server.measure.sight.Sight;
import org.xinheng.server.measure.sight.Sights;
import org.xinheng.server.measure.sight.Subject;
import org.xinheng.server.policy.FromPolicy;
import org.xinheng.server.web.Language;

/** See, judge, keep; and once more from the beginning when something took effect in between. */
public final class ReceiptedChecks implements Checks {

    private static final String READ = "check.receipt";
    private static final int ATTEMPTS = 20;

    private final Sights sights;
    private final FromPolicy<CheckRules> rules;
    private final Receipts receipts;
    private final LookAlikes lookAlikes;
    private final AccessLog log;
    private final Duration patience;

    /** Where answers go: into receipts, and into the log of reads. */
    public record Keeping(Receipts receipts, AccessLog log) {}

    /** @param patience longest silence of the database while something is looked up */
    public ReceiptedChecks(
            Sights sights, FromPolicy<CheckRules> rules, LookAlikes lookAlikes, Keeping keeping, Duration patience) {
        this.sights = sights;
        this.rules = rules;
        this.lookAlikes = lookAlikes;
        this.receipts = keeping.receipts();
        this.log = keeping.log();
        this.patience = patience;
    }

    @Override
    public void prepare() {
        sights.prepare();
    }

    @Override
    public Receipt ask(Question question, Actor actor, Language language) {
        return Patience.within(patience, () -> answered(question, actor, language));
    }

    private Receipt answered(Question question, Actor actor, Language language) {
        long id = receipts.nextId();
        Sight sight = sights.look(question.code());
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            CheckRules inForce = rules.of(sight.policy());
            CheckAnswer answer = inForce.judge().judge(under(sight.policy(), question), sight);
            byte[] text = inForce.json().write(id, answer, lookAlikes.of(question, sight), actor, language);
            Draft draft = draft(id, answer, actor, text);
            Optional<String> proof = receipts.keep(draft);
            if (proof.isPresent()) {
                return receipt(draft, proof.get());
            }
            sight = sights.lookPast(sight.at(), question.code());
        }
        throw new TransientDataAccessResourceException("archive and register did not stand still for an answer");
    }

    @Override
    public List<Receipt> askAll(List<Question> questions, Actor actor, Language language) {
        return Patience.within(patience, () -> allAnswered(questions, actor, language));
    }

    private List<Receipt> allAnswered(List<Question> questions, Actor actor, Language language) {
        @Nullable Receipt[] answered = new Receipt[questions.size()];
        List<Open> open = new ArrayList<>(questions.size());
        for (int i = 0; i < answered.length; i++) {
            open.add(new Open(i, receipts.nextId(), null));
        }
        for (int attempt = 1; !open.isEmpty(); attempt++) {
            if (attempt > ATTEMPTS) {
                throw new TransientDataAccessResourceException("archive and register did not stand still for a list");
            }
            List<Draft> drafts = new ArrayList<>(open.size());
            for (Open one : open) {
                drafts.add(draft(one, questions.get(one.index()), actor, language));
            }
            Map<Long, String> proofs = receipts.keepAll(drafts);
            List<Open> overtaken = new ArrayList<>();
            for (int i = 0; i < drafts.size(); i++) {
                Draft draft = drafts.get(i);
                String proof = proofs.get(draft.id());
                if (proof == null) {
                    overtaken.add(new Open(open.get(i).index(), draft.id(), draft.at()));
                } else {
                    answered[open.get(i).index()] = receipt(draft, proof);
                }
            }
            open = overtaken;
        }
        return Arrays.stream(answered).map(Objects::requireNonNull).toList();
    }

    /** @param left positions that were overtaken; null before the first attempt */
    private record Open(int index, long id, @Nullable Positions left) {}

    private Draft draft(Open one, Question question, Actor actor, Language language) {
        Sight sight = one.left() == null ? sights.look(question.code()) : sights.lookPast(one.left(), question.code());
        CheckRules inForce = rules.of(sight.policy());
        CheckAnswer answer = inForce.judge().judge(under(sight.policy(), question), sight);
        return draft(one.id(), answer, actor, inForce.json().write(one.id(), answer, actor, language));
    }

    private static Receipt receipt(Draft draft, String proof) {
        return new Receipt(
                draft.id(),
                draft.askedAt(),
                draft.actor().name(),
                draft.actor().kind(),
                draft.organisationId(),
                proof,
                draft.answer());
    }

    /** A question read before the rules changed is judged by what they say of its matter now. */
    private static Question under(Policy policy, Question question) {
        Matter matter = policy.matters().get(question.matter().id());
        if (matter == null) {
            throw new TransientDataAccessResourceException("the rules changed while the question was read");
        }
        return question.about(matter);
    }

    private static Draft draft(long id, CheckAnswer answer, Actor actor, byte[] text) {
        Subject subject = answer.sight().subject();
        return new Draft(
                id,
                answer.asOf(),
                actor,
                answer.question().matter().id(),
                answer.question().purpose(),
                answer.outcome(),
                subject == null ? null : subject.id(),
                answer.sight().at(),
                text);
    }

    @Override
    public Optional<Receipt> find(long id, Actor actor, String purpose) {
        Optional<Receipt> found = receipts.find(id)
                .filter(receipt -> receipt.askedBy(actor) || (actor.may(Permission.OVERSEE) && !purpose.isBlank()));
        found.ifPresent(receipt -> log.read(
                actor,
                READ,
                receipt.organisationId(),
                purpose.isBlank() ? ReadingPurpose.OWN_WORK.about(receipt.id()) : purpose));
        return found;
    }
}
