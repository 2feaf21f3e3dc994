package org.xinheng.server.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xinheng.core.policy.Authority;
import org.xinheng.core.policy.Title;
import org.xinheng.server.access.AccountsSetup;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Role;
import org.xinheng.server.correction.Consumers;
import org.xinheng.server.correction.Registration;

/** Accounts and API clients of the demo, with the only default passwords that there are. */
final class DemoAccess {

    static final String OFFICE_CLIENT = "demo-office";
    static final String OFFICE_SECRET = "demo-office-secret";
    private static final String BANK = "demo-bank";
    private static final String MIRROR = "demo-mirror";
    private static final String CHAMBER = "demo-chamber";

    static final String SOURCE_CLIENT = "demo-source";
    static final String HALL_CLIENT = "demo-hall";
    static final String WINDOW_CLIENT = "demo-window";
    static final String OFFICER_CLIENT = "demo-authority-officer";
    static final String HEAD_CLIENT = "demo-authority-head";
    static final String BUYER_CLIENT = "demo-procurement";

    /** Body of the made-up city that decides on lists. */
    static final String DECIDING = "market";

    /** Body of the made-up city that checks its suppliers. */
    private static final String BUYING = "finance";

    private final Authority department;
    private final Title office;

    /**
     * @param department the source department that the demo's clerk works for
     * @param office name of the place's lead authority
     */
    DemoAccess(Authority department, Title office) {
        this.department = department;
        this.office = office;
    }

    void open(AccountsSetup setup) {
        setup.account("office", "office-demo-2026", Set.of(Role.CREDIT_OFFICE), null);
        setup.account("reviewer", "reviewer-demo-2026", Set.of(Role.CREDIT_OFFICE), null);
        setup.account("clerk", "clerk-demo-2026", Set.of(Role.SOURCE_CLERK), department.id());
        setup.account("approver", "approver-demo-2026", Set.of(Role.APPROVING_OFFICER), BUYING);
        setup.account("officer", "officer-demo-2026", Set.of(Role.AUTHORITY_OFFICER), DECIDING);
        setup.account("head", "head-demo-2026", Set.of(Role.AUTHORITY_HEAD), DECIDING);
        setup.account("inspector", "inspector-demo-2026", Set.of(Role.SUPERVISING_OFFICER), DECIDING);
        setup.account("window", "window-demo-2026", Set.of(Role.SERVICE_WINDOW), null);
        setup.account("auditor", "auditor-demo-2026", Set.of(Role.AUDITOR), null);
        setup.account("admin", "admin-demo-2026", Set.of(Role.ADMINISTRATOR), null);
        setup.client(
                OFFICE_CLIENT,
                OFFICE_SECRET,
                EnumSet.of(
                        Permission.DELIVER,
                        Permission.DELIVER_FOR_ALL,
                        Permission.CHECK,
                        Permission.OVERSEE,
                        Permission.KEEP_RULES),
                null);
        setup.client(SOURCE_CLIENT, secretOf(SOURCE_CLIENT), EnumSet.of(Permission.DELIVER), department.id());
        setup.client(
                BANK,
                secretOf(BANK),
                EnumSet.of(Permission.TAKE_CORRECTIONS, Permission.READ_CONSENTED, Permission.TAKE_GRADES),
                null);
        setup.client(CHAMBER, secretOf(CHAMBER), EnumSet.of(Permission.TAKE_GRADES), null);
        setup.account("banker", "banker-demo-2026", Set.of(Role.CONSENTED_READER), BANK);
        setup.client(MIRROR, MIRROR + "-secret", EnumSet.of(Permission.TAKE_CORRECTIONS), null);
        setup.client("demo-sandbox", "demo-sandbox-secret", EnumSet.of(Permission.CHECK_SANDBOX), null);
        setup.client("demo-approval", "demo-approval-secret", EnumSet.of(Permission.CHECK), null);
        setup.client(BUYER_CLIENT, secretOf(BUYER_CLIENT), EnumSet.of(Permission.CHECK), BUYING);
        // The made-up counterpart of the one window of repair: hand-overs lie in DIR/repair-window, pushes come by this
        // client.
        setup.client(HALL_CLIENT, secretOf(HALL_CLIENT), EnumSet.of(Permission.QUERY_AT_WINDOW), null);
        setup.client(WINDOW_CLIENT, secretOf(WINDOW_CLIENT), EnumSet.of(Permission.PUSH_REPAIRS), null);
        setup.client(OFFICER_CLIENT, secretOf(OFFICER_CLIENT), EnumSet.of(Permission.PROPOSE_LISTING), DECIDING);
        setup.client(HEAD_CLIENT, secretOf(HEAD_CLIENT), EnumSet.of(Permission.DECIDE_LISTING), DECIDING);
    }

    /** Two who take public penalties over and owe acknowledgements of their corrections. */
    static void register(Consumers consumers) {
        List<String> types = List.of("administrative-penalty");
        consumers.register(
                BANK, new Registration(CliWords.text("demo.consumer.bank"), types, null, null), OFFICE_CLIENT);
        consumers.register(
                MIRROR, new Registration(CliWords.text("demo.consumer.mirror"), types, null, null), OFFICE_CLIENT);
    }

    /** An organisation that signs in for itself. */
    void openOrganisation(AccountsSetup setup, String code) {
        setup.organisationAccount("organisation", "organisation-demo-2026", code);
    }

    /** An organisation that was graded poor and received advice. */
    void openAdvised(AccountsSetup setup, String code) {
        setup.organisationAccount("advised", "advised-demo-2026", code);
    }

    List<Map<String, String>> accounts() {
        return List.of(
                account("office", "credit-office", office.in(CliWords.locale())),
                account("reviewer", "second-office", office.in(CliWords.locale())),
                Map.of(
                        "name", "clerk",
                        "password", "clerk-demo-2026",
                        "role", CliWords.text("demo.role.source-clerk", departmentName())),
                account("approver", "approving-officer"),
                account("officer", "authority-officer"),
                account("head", "authority-head"),
                account("inspector", "supervising-officer"),
                account("window", "service-window"),
                account("auditor", "auditor"),
                account("admin", "administrator"),
                account("organisation", "organisation"),
                account("advised", "advised"),
                account("banker", "consented-reader"));
    }

    List<Map<String, String>> clients() {
        return List.of(
                client(OFFICE_CLIENT, CliWords.text("demo.client.office")),
                client(SOURCE_CLIENT, CliWords.text("demo.client.source", departmentName())),
                client("demo-approval", CliWords.text("demo.client.approval")),
                client(BUYER_CLIENT, CliWords.text("demo.client.procurement")),
                client(BANK, CliWords.text("demo.client.bank")),
                client(MIRROR, CliWords.text("demo.client.mirror")),
                client(CHAMBER, CliWords.text("demo.client.chamber")),
                client(WINDOW_CLIENT, CliWords.text("demo.client.window")),
                client(OFFICER_CLIENT, CliWords.text("demo.client.authority-officer")),
                client(HEAD_CLIENT, CliWords.text("demo.client.authority-head")));
    }

    private String departmentName() {
        return department.name().in(CliWords.locale()) + " " + department.id();
    }

    private static Map<String, String> account(String name, String role, Object... facts) {
        return Map.of("name", name, "password", name + "-demo-2026", "role", CliWords.text("demo.role." + role, facts));
    }

    private static Map<String, String> client(String id, String use) {
        return Map.of("id", id, "secret", secretOf(id), "use", use);
    }

    static String secretOf(String client) {
        return client + "-secret";
    }
}
