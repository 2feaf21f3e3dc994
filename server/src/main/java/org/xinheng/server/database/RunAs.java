package org.xinheng.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.xinheng.server.database.DatabaseRefused.Reason;

/**
 * How PostgreSQL's programs are run, since they refuse to run as root.
 *
 * @param prefix what stands before the command
 * @param owner who must own the data folder; empty where it is ours anyway
 */
record RunAs(List<String> prefix, Optional<Account> owner) {

    /** A line of {@code /etc/passwd}. */
    record Account(String name, int uid, int gid) {
        static final Account ROOT = new Account("root", 0, 0);
    }

    static final RunAs OURSELVES = new RunAs(List.of(), Optional.empty());

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The first way that works here: ourselves, a user namespace, another user. */
    static RunAs found() throws IOException {
        if (!isRoot()) {
            return OURSELVES;
        }
        return userNamespace()
                .or(RunAs::otherUser)
                .orElseThrow(() -> new DatabaseRefused(Reason.ROOT_CANNOT_STEP_DOWN));
    }

    static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    /** A namespace in which root is nobody: files stay root's, so a data folder under {@code /root} works too. */
    static Optional<RunAs> userNamespace() {
        var way = new RunAs(List.of("unshare", "--user"), Optional.of(Account.ROOT));
        return way.works() ? Optional.of(way) : Optional.empty();
    }

    /** Where namespaces are forbidden (containers without the right): a user without rights, preferably our own. */
    static Optional<RunAs> otherUser() {
        return List.of("xinheng", "postgres", "nobody").stream()
                .flatMap(name -> account(name).stream())
                .map(account -> new RunAs(
                        List.of("setpriv", "--reuid=" + account.uid(), "--regid=" + account.gid(), "--clear-groups"),
                        Optional.of(account)))
                .filter(RunAs::works)
                .findFirst();
    }

    private static Optional<Account> account(String name) {
        try (var lines = Files.lines(Path.of("/etc/passwd"))) {
            return lines.map(line -> line.split(":", -1))
                    .filter(fields -> fields.length > 3 && fields[0].equals(name))
                    .map(fields -> new Account(name, Integer.parseInt(fields[2]), Integer.parseInt(fields[3])))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    List<String> command(List<String> command) {
        return java.util.stream.Stream.concat(prefix.stream(), command.stream()).toList();
    }

    private boolean works() {
        try {
            var run = ProgramRun.of(command(List.of("id", "-u")), PATIENCE);
            return run.succeeded() && !run.output().strip().equals("0");
        } catch (IOException e) {
            return false;
        }
    }

    /** Gives a folder of PostgreSQL's to the user it runs as, when it last ran in another way. */
    void claim(Path folder) throws IOException {
        if (owner.isEmpty()
                || Files.getAttribute(folder, "unix:uid").equals(owner.get().uid())) {
            return;
        }
        try (var files = Files.walk(folder)) {
            // The folder itself comes last: a claim cut short is taken up again.
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.setAttribute(file, "unix:uid", owner.get().uid(), LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(file, "unix:gid", owner.get().gid(), LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    /** Refuses a place that the other user cannot reach, before PostgreSQL fails on it in its own words. */
    void checkReach(Path folder) throws IOException {
        if (!ProgramRun.of(command(List.of("test", "-x", folder.toString())), PATIENCE)
                .succeeded()) {
            throw new DatabaseRefused(
                    Reason.FOLDER_OUT_OF_REACH, folder, owner.map(Account::name).orElse(""));
        }
    }
}
