package org.xinheng.server.content;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinheng.server.content.store.ContentStore;
import org.xinheng.server.web.Words;

/**
 * The only way into the library and out of it: written by one person, published by another, withdrawn with a reason. A version is never
 * changed; a better text is a further version and waits for its own publication while the older one stays.
 */
public final class ContentLibrary {

    private final ContentStore store;
    private final ContentCheck check;
    private final ContentSearch search;
    private final Naming naming;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ContentLibrary(ContentStore store, Reading reading, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.check = reading.check();
        this.search = reading.search();
        this.naming = reading.naming();
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What reads texts: before they are kept, when they are looked for, when they are shown. */
    record Reading(ContentCheck check, ContentSearch search, Naming naming) {}

    /** What became of an act. */
    public sealed interface Outcome {
        record Done(long item) implements Outcome {}

        /** @param faults field → sentence */
        record Unfit(Map<String, String> faults) implements Outcome {}

        /** The actor wrote it himself. */
        record OwnText() implements Outcome {}

        /** Somebody did something to it meanwhile, or it is no longer where the act needs it. */
        record Overtaken() implements Outcome {}
    }

    public Naming naming() {
        return naming;
    }

    /**
     * Keeps a first draft.
     *
     * @param key of the form: sent again, it opens nothing
     */
    public Outcome open(ContentKind kind, ContentCheck.Typed typed, String writer, String key, Words words) {
        ContentCheck.Read read = check.read(typed, kind, words);
        if (!read.faults().isEmpty()) {
            return new Outcome.Unfit(read.faults());
        }
        return new Outcome.Done(Objects.requireNonNull(transaction.execute(_ -> {
            Optional<Long> before = store.ofForm(key);
            if (before.isPresent()) {
                return before.get();
            }
            long id = store.open(kind, key);
            write(id, 1, read, writer, null);
            return id;
        })));
    }

    /**
     * Keeps a further version, with the picture that the last one had.
     *
     * @param seen number of the version that the writer saw
     */
    public Outcome revise(long id, int seen, ContentCheck.Typed typed, String writer, Words words) {
        Item before = store.find(id).orElseThrow();
        ContentCheck.Read read = check.read(typed, before.kind(), words);
        if (!read.faults().isEmpty()) {
            return new Outcome.Unfit(read.faults());
        }
        return changed(id, seen, item -> {
            write(id, seen + 1, read, writer, store.picture(id, seen).orElse(null));
            return new Outcome.Done(id);
        });
    }

    /** Keeps a further version with another picture and caption, the rest as it was. */
    public Outcome illustrate(
            long id, int seen, byte @Nullable [] picture, String caption, String writer, Words words) {
        Item before = store.find(id).orElseThrow();
        ContentCheck.Typed typed = ContentCheck.Typed.of(before.draft());
        ContentCheck.Read read = check.read(
                new ContentCheck.Typed(
                        typed.title(),
                        typed.body(),
                        caption,
                        typed.issuer(),
                        typed.documentNumber(),
                        typed.documentDate()),
                before.kind(),
                words);
        if (!read.faults().isEmpty()) {
            return new Outcome.Unfit(read.faults());
        }
        return changed(id, seen, item -> {
            write(id, seen + 1, read, writer, picture);
            return new Outcome.Done(id);
        });
    }

    /** @param seen number of the version that the publisher read */
    public Outcome publish(long id, int seen, String actor, Words words) {
        Item before = store.find(id).orElseThrow();
        if (before.writer().equals(actor)) {
            return new Outcome.OwnText();
        }
        // Looked at again: a record may have ended, a name may have been registered since it was written.
        ContentCheck.Read read = check.read(ContentCheck.Typed.of(before.draft()), before.kind(), words);
        if (!read.faults().isEmpty()) {
            return new Outcome.Unfit(read.faults());
        }
        return changed(id, seen, item -> {
            if (item.state() == Item.State.PUBLISHED) {
                return new Outcome.Overtaken();
            }
            store.act(id, "PUBLISH", seen, "", actor, now());
            return new Outcome.Done(id);
        });
    }

    public Outcome withdraw(long id, int seen, String reason, String actor) {
        return changed(id, seen, item -> {
            Item.Standing standing = item.standing();
            if (standing == null) {
                return new Outcome.Overtaken();
            }
            store.act(id, "WITHDRAW", standing.version(), reason, actor, now());
            return new Outcome.Done(id);
        });
    }

    private Outcome changed(long id, int seen, java.util.function.Function<Item, Outcome> change) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            store.lock(id);
            Item item = store.find(id).orElseThrow();
            return item.version() != seen || item.state() == Item.State.WITHDRAWN
                    ? new Outcome.Overtaken()
                    : change.apply(item);
        }));
    }

    private void write(long id, int no, ContentCheck.Read read, String writer, byte @Nullable [] picture) {
        store.write(id, no, read.draft(), picture, writer, now());
        read.known().forEach((address, known) -> store.mention(id, no, address, known.organisation()));
    }

    /** In its newest version, whatever its state: for those who keep the library. */
    public Optional<Item> find(long id) {
        return store.find(id);
    }

    /** All pieces in their newest versions, newest first. */
    public List<Item> all(long before, int most) {
        return store.all(before, most);
    }

    /** What the public sees of a piece; one that is withdrawn comes with its standing, for 410. */
    public Optional<Item> published(long id) {
        return store.published(id);
    }

    /** The picture of what is public, while every record that the piece speaks of is shown: a picture may show a signboard. */
    public Optional<byte[]> picture(long id) {
        return store.published(id)
                .filter(item -> item.standing() != null && !item.standing().withdrawn())
                .filter(this::showsPicture)
                .flatMap(item -> store.picture(id, item.version()));
    }

    /** Of the newest version, for those who keep the library. */
    public Optional<byte[]> newestPicture(long id) {
        return store.find(id).flatMap(item -> store.picture(id, item.version()));
    }

    private boolean showsPicture(Item item) {
        var addresses = Mentions.addresses(item.draft());
        return item.picture() && naming.known(addresses).size() == addresses.size();
    }

    /**
     * Public pieces, newest publication first.
     *
     * @param kind null for all
     * @param words that all must stand in it; blank for all
     * @param before key of the page before; {@link Long#MAX_VALUE} for the first
     */
    public List<Item> list(@Nullable ContentKind kind, String words, long before, int most) {
        return words.isBlank()
                ? store.list(kind, null, before, most)
                : store.list(kind, search.find(words), before, most);
    }

    private Instant now() {
        return clock.instant();
    }
}
