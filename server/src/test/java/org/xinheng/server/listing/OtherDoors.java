package org.xinheng.server.listing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.xinheng.core.listing.Proceeding.Subject;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.CaseKind;
import org.xinheng.core.policy.CaseKind.Party;
import org.xinheng.server.access.Actor;
import org.xinheng.server.access.Permission;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.casework.CaseFile;
import org.xinheng.server.casework.CaseFile.Said;
import org.xinheng.server.casework.desk.Asked;
import org.xinheng.server.casework.desk.CaseDesk;
import org.xinheng.server.casework.desk.Outcome;
import org.xinheng.server.casework.desk.Taking;
import org.xinheng.server.casework.store.CaseStore;
import org.xinheng.server.casework.store.CaseStore.Scope;
import org.xinheng.server.intake.Deliveries;
import org.xinheng.server.intake.Deliveries.Order;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.testkit.listing.ListingSequences.Meanwhile;

/**
 * Everything else that is done to an organisation while somebody works towards its listing: rows of lists that were decided elsewhere,
 * whole ones and ones that lack something; cases of every kind, opened and stepped through by every party, now and then by two at once.
 */
final class OtherDoors implements Meanwhile, AutoCloseable {

    private static final Map<String, String> WRITTEN =
            Map.of("law", "有关规定", "demands", "改正", "time", "上午9时", "place", "会议室");

    private static final int ACTORS = 8;
    private static final int PARTY = 5;
    private static final String SEVERE = "severe-list";
    private static final List<String> NUMBERED = List.of("文〔2026〕1号", "文〔2026〕2号", "");

    private final ListingServer server;
    private final Deliveries deliveries;
    private final CaseDesk desk;
    private final CaseStore cases;
    private final Random random;
    private final ExecutorService two = Executors.newFixedThreadPool(2);
    /** Number of a decision that was delivered → whether list, authority, number, law, start and end were all in order. */
    final Map<String, Boolean> delivered = new HashMap<>();

    final List<String> faults = new ArrayList<>();
    /** What was tried and done, by entry. */
    final Map<String, Integer> tally = new TreeMap<>();

    OtherDoors(ListingServer server, Deliveries deliveries, CaseDesk desk, CaseStore cases, long seed) {
        this.server = server;
        this.deliveries = deliveries;
        this.desk = desk;
        this.cases = cases;
        this.random = new Random(seed);
    }

    @Override
    public void close() {
        two.shutdownNow();
    }

    private void count(String what) {
        tally.merge(what, 1, Integer::sum);
    }

    @Override
    public void happens(Subject subject, Instant now) {
        server.clock.set(now);
        Organisation party = server.organisations.find(subject.organisation()).orElseThrow();
        try {
            switch (random.nextInt(16)) {
                case 0 -> deliver(party);
                case 1, 2, 3 -> open(party);
                case 4, 5, 6, 7, 8, 9, 10 -> take(party);
                default -> {}
            }
        } catch (IOException | ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A row as a body sends it that decided on its own list, or as none should send it. */
    private void deliver(Organisation party) throws IOException, InterruptedException {
        String number = "外列〔2026〕" + (delivered.size() + 1) + "号";
        LocalDate decided = server.clock.day().minusDays(random.nextInt(30));
        String kind = List.of("市场监管", "重大税收违法", "拖欠农民工工资", "无此名单").get(random.nextInt(4));
        boolean law = random.nextInt(6) > 0;
        boolean tooLong = random.nextInt(6) == 0;
        Authority market = body("market");
        Authority by = random.nextInt(4) == 0 ? body("ecology") : market;
        Map<String, String> row = new LinkedHashMap<>();
        row.put("YZ_MC", party.name());
        row.put("YZ_LB", "法人及非法人组织");
        row.put("YZ_DM", Objects.requireNonNull(party.code()));
        row.put("YZ_WSH", random.nextInt(8) == 0 ? "" : number);
        row.put("YZ_LY", kind);
        row.put("YZ_MC_MD", kind + "失信名单");
        row.put("YZ_SY", "情节严重。");
        row.put("YZ_YJ", law ? "有关办法第八条" : "");
        row.put("YZ_LRRQ", decided.toString());
        row.put("YZ_QXZ", decided.plusDays(tooLong ? 2000 : 300).toString());
        row.put("YZ_JG", by.name().zh());
        row.put("YZ_JGDM", by.code());
        row.put("YZ_LYDW", market.name().zh());
        row.put("YZ_LYDWDM", market.code());
        // Market regulation is decided here, by its own body; tax elsewhere, by whoever says so; wages by neither of
        // the two.
        boolean lawful = kind.equals("市场监管") && by.equals(market) || kind.equals("重大税收违法");
        delivered.put(number, law && !tooLong && lawful);
        String file = String.join(",", row.keySet()) + "\n" + String.join(",", row.values()) + "\n";
        var order = new Order(SEVERE, market.code(), "test", "list.csv", null, false);
        var taken = deliveries.receive(order, new ByteArrayInputStream(file.getBytes(UTF_8)));
        var closed = deliveries.await(taken.id(), Duration.ofSeconds(30));
        count(closed.counts().accepted() == 1 ? "delivered" : "delivered and refused");
    }

    private Authority body(String id) {
        return server.inForce.policy().authority(id).orElseThrow();
    }

    private Actor anybody(Organisation party) {
        return actor(random.nextInt(ACTORS), party);
    }

    private static Actor actor(int which, Organisation party) {
        return switch (which) {
            case 0, 1 -> new Actor("market-clerk", Actor.Kind.CLERK, "market", Set.of(Permission.DELIVER));
            case 2 -> new Actor("ecology-clerk", Actor.Kind.CLERK, "ecology", Set.of(Permission.DELIVER));
            case 3 ->
                new Actor(
                        "office",
                        Actor.Kind.CLERK,
                        null,
                        Set.of(Permission.DELIVER, Permission.DELIVER_FOR_ALL, Permission.OVERSEE));
            case 4 -> new Actor("window", Actor.Kind.CLIENT, null, Set.of(Permission.PUSH_REPAIRS));
            case 5 -> new Actor("party", Actor.Kind.CLERK, null, party.code(), Set.of(Permission.OWN_FILE));
            case 6 -> new Actor("auditor", Actor.Kind.CLERK, null, Set.of(Permission.OVERSEE, Permission.READ_PAST));
            default -> new Actor("nobody", Actor.Kind.CLIENT, null, Set.of(Permission.CHECK));
        };
    }

    /** As whom somebody may ever act. */
    private static Set<Party> posts(String actor) {
        return switch (actor) {
            case "market-clerk", "ecology-clerk" -> EnumSet.of(Party.SOURCE);
            case "office" -> EnumSet.of(Party.OFFICE);
            case "window" -> EnumSet.of(Party.PORTAL);
            case "party" -> EnumSet.of(Party.ORGANISATION);
            case "clock" -> EnumSet.of(Party.CLOCK);
            default -> EnumSet.noneOf(Party.class);
        };
    }

    private Said said() {
        LocalDate date = server.clock.day().plusDays(random.nextInt(12) - 9L);
        return new Said(
                random.nextInt(5) == 0 ? "" : "经核查，情况属实。",
                NUMBERED.get(random.nextInt(3)),
                random.nextInt(5) == 0 ? null : date);
    }

    /** As a decent party would, or as nobody should. */
    private void open(Organisation party) {
        List<RecordVersion> records = server.archive.currentOf(party.id());
        boolean record = !records.isEmpty() && random.nextInt(4) > 0;
        Asked.About about = record
                ? Asked.About.record(records.get(random.nextInt(records.size())).address())
                : new Asked.About(null, party.id(), body("market").code());
        Outcome outcome = random.nextBoolean() ? decently(party, about, record) : somehow(party, about);
        count(outcome instanceof Outcome.Done ? "case opened" : "case not opened");
    }

    private Outcome decently(Organisation party, Asked.About about, boolean record) {
        LocalDate today = server.clock.day();
        var said = new Said("限期改正并报告。", "昕市监办〔2026〕1号", today);
        var opened = new Asked.Opened(said, List.of("材料" + random.nextInt(100)), null, null, Set.of(), WRITTEN);
        boolean objects = record && random.nextInt(3) > 0;
        String kind = objects ? "objection" : record ? "rectification" : "interview";
        Actor actor = actor(objects ? PARTY : 0, party);
        return desk.open(actor, new Asked(kind, about, objects ? "wrong" : null, "有关情况说明。", opened, today));
    }

    private Outcome somehow(Organisation party, Asked.About about) {
        List<String> kinds =
                List.copyOf(server.inForce.policy().instruments().cases().keySet());
        String kind = kinds.get(random.nextInt(kinds.size()));
        List<String> papers = random.nextBoolean() ? List.of() : List.of("缴款凭证" + random.nextInt(3), "信用承诺书");
        String ground = random.nextInt(5) == 0 ? null : "wrong";
        var opened = new Asked.Opened(said(), papers, null, null, Set.of("performance", "commitment"), Map.of());
        return desk.open(anybody(party), new Asked(kind, about, ground, "有关情况说明。", opened, server.clock.day()));
    }

    private List<CaseFile> of(Organisation party) {
        return cases.list(new Scope(null, Set.of(party.id())), false, 0, 1_000);
    }

    private void take(Organisation party) throws InterruptedException, ExecutionException {
        List<CaseFile> files = of(party);
        if (files.isEmpty()) {
            return;
        }
        CaseFile file = files.get(random.nextInt(files.size()));
        Callable<Outcome> one = taking(party, file);
        if (random.nextInt(6) > 0) {
            count(call(one) instanceof Outcome.Done ? "step taken" : "step refused");
            return;
        }
        int before = cases.find(file.id()).orElseThrow().steps().size();
        List<Future<Outcome>> both = two.invokeAll(List.of(one, taking(party, file)));
        int done = 0;
        for (Future<Outcome> answer : both) {
            done += answer.get() instanceof Outcome.Done ? 1 : 0;
        }
        count("two at once");
        int after = cases.find(file.id()).orElseThrow().steps().size();
        if (done > 1 || after - before != done) {
            faults.add(file.number() + ": two at once, " + done + " were told that it was done, " + (after - before)
                    + " steps stand");
        }
    }

    private static Outcome call(Callable<Outcome> taking) {
        try {
            return taking.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What somebody may do now, well said; or anything by anybody. */
    private Callable<Outcome> taking(Organisation party, CaseFile file) {
        Actor decent = actor(random.nextInt(ACTORS), party);
        List<CaseKind.Action> open = desk.find(decent, file.id()).isPresent() ? desk.open(decent, file) : List.of();
        if (!open.isEmpty() && random.nextInt(4) > 0) {
            LocalDate today = server.clock.day();
            var said = new Said("经核查，情况属实。", "昕市监办〔2026〕2号", today);
            String action = open.get(random.nextInt(open.size())).id();
            var taking = new Taking(
                    action, file.steps().size(), said, List.of("材料"), today.plusDays(90), "revoked", WRITTEN);
            return () -> desk.take(decent, file.id(), taking);
        }
        CaseKind kind = Objects.requireNonNull(
                server.inForce.policy().instruments().cases().get(file.opening().kind()));
        List<CaseKind.Action> actions = kind.actions();
        String action = random.nextInt(20) == 0
                ? "unheard-of"
                : actions.get(random.nextInt(actions.size())).id();
        int seen = file.steps().size() - (random.nextInt(12) == 0 ? 1 : 0);
        LocalDate until = random.nextBoolean() ? server.clock.day().plusDays(random.nextInt(60)) : null;
        String ground = random.nextBoolean() ? "revoked" : null;
        List<String> papers = random.nextBoolean() ? List.of() : List.of("材料");
        var taking = new Taking(action, seen, said(), papers, until, ground);
        Actor actor = anybody(party);
        return () -> desk.take(actor, file.id(), taking);
    }

    /** Walks every case of an organisation from its first step: written beside the machine, from nothing but the pack's words. */
    void judge(Organisation party) {
        for (CaseFile file : of(party)) {
            CaseKind kind = Objects.requireNonNull(server.inForce
                    .policy()
                    .instruments()
                    .cases()
                    .get(file.opening().kind()));
            String state = null;
            int number = 0;
            for (CaseFile.Taken taken : file.steps()) {
                number++;
                var action = kind.action(taken.step().action()).orElseThrow();
                boolean from =
                        state == null ? action.from().isEmpty() : action.from().contains(state);
                boolean by = action.by().contains(taken.step().party())
                        && posts(taken.actor()).contains(taken.step().party());
                boolean own = taken.step().party() != Party.SOURCE || owns(taken.actor(), file);
                boolean reason =
                        !action.needs().reason() || !taken.said().reason().isBlank();
                boolean paper = action.needs().paper() == CaseKind.Paper.NONE
                        || !taken.said().documentNumber().isBlank()
                                && taken.said().documentDate() != null;
                // The order that opens a case may be older than the case.
                boolean decision = number == 1
                        || action.needs().paper() != CaseKind.Paper.DECISION
                        || !before(
                                taken.said().documentDate(),
                                file.steps().getFirst().step().day());
                if (!from
                        || !by
                        || !own
                        || !reason
                        || !paper
                        || !decision
                        || taken.step().number() != number) {
                    faults.add(file.number() + " " + file.opening().kind() + " step " + taken + " from " + state);
                }
                state = action.to() == null ? state : action.to();
            }
        }
        count("cases judged");
    }

    private boolean owns(String actor, CaseFile file) {
        return file.opening()
                .authority()
                .equals(body(actor.replace("-clerk", "")).code());
    }

    private static boolean before(@Nullable LocalDate date, LocalDate first) {
        return date != null && date.isBefore(first);
    }

    /** Records of lists that an organisation is shown with, oldest first. */
    List<RecordVersion> shownListings(Organisation party) {
        return server.archive.currentOf(party.id()).stream()
                .filter(record -> record.type().equals(SEVERE) && record.gate().equals("shown"))
                .sorted(Comparator.comparing(RecordVersion::decidedOn))
                .toList();
    }
}
