package org.xinheng.server.cli;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.xinheng.core.policy.Policy;
import org.xinheng.server.archive.PublicRecords;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.content.ContentCheck;
import org.xinheng.server.content.ContentKind;
import org.xinheng.server.content.ContentLibrary;
import org.xinheng.server.content.ContentLibrary.Outcome;
import org.xinheng.server.web.Language;
import org.xinheng.server.web.Words;
import org.xinheng.testkit.city.CityLibrary;

/** Fills the library of the made-up city: the office writes, the reviewer publishes. */
final class DemoLibrary {

    private static final Words WORDS = Words.in(Language.CHINESE);
    private static final String WRITER = "office";
    private static final String PUBLISHER = "reviewer";

    private final ContentLibrary library;
    private final PublicRecords records;
    private final Policy policy;
    private final LocalDate today;

    DemoLibrary(ApplicationContext server, Policy policy, LocalDate today) {
        this.library = server.getBean(ContentLibrary.class);
        this.records = server.getBean(PublicRecords.class);
        this.policy = policy;
        this.today = today;
    }

    void fill() {
        List<CityLibrary.Piece> pieces = CityLibrary.of(
                newest("administrative-penalty"),
                newest("administrative-permit"),
                policy.place().leadAuthority().zh(),
                today);
        for (CityLibrary.Piece piece : pieces.reversed()) {
            ContentKind kind = ContentKind.find(piece.kind()).orElseThrow();
            ContentCheck.Typed typed = new ContentCheck.Typed(
                    piece.title(), piece.body(), "", piece.issuer(), piece.number(), piece.day());
            long id = done(library.open(kind, typed, WRITER, "demo-" + piece.title(), WORDS));
            done(library.publish(id, 1, PUBLISHER, WORDS));
        }
    }

    /** Address of the record that a piece of the library speaks of. */
    private String newest(String type) {
        return records.list(new PublicRecords.Filter(type, null, null, null, null), null, 1, today).records().stream()
                .map(RecordVersion::address)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing is shown of " + type));
    }

    private static long done(Outcome outcome) {
        if (outcome instanceof Outcome.Done(long id)) {
            return id;
        }
        throw new IllegalStateException("the made-up city's library was refused: " + outcome);
    }
}
