package org.xinheng.server.access.account;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.xinheng.server.access.AccountsSetup;
import org.xinheng.server.access.Permission;
import org.xinheng.server.access.Role;

/** Accounts and clients with given passwords. */
public final class GivenAccounts implements AccountsSetup {

    private final Accounts accounts;
    private final Clients clients;
    private final PasswordEncoder passwords;

    public GivenAccounts(Accounts accounts, Clients clients, PasswordEncoder passwords) {
        this.accounts = accounts;
        this.clients = clients;
        this.passwords = passwords;
    }

    @Override
    public void account(String name, String password, Set<Role> roles, @Nullable String source) {
        String checked = ActorNames.of(name);
        String hash = passwords.encode(password);
        if (!accounts.open(checked, hash, roles, source)) {
            accounts.replace(checked, hash, roles, source);
        }
    }

    @Override
    public void organisationAccount(String name, String password, String organisation) {
        String checked = ActorNames.of(name);
        accounts.bind(checked, passwords.encode(password), organisation);
    }

    @Override
    public void client(String id, String secret, Set<Permission> permissions, @Nullable String source) {
        clients.open(ActorNames.of(id), secret, permissions, source);
    }

    @Override
    public void organisationClient(String id, String secret, String organisation) {
        clients.bind(ActorNames.of(id), secret, organisation);
    }

    @Override
    public boolean closeAccount(String name) {
        return accounts.close(name);
    }

    @Override
    public boolean closeClient(String id) {
        return clients.close(id);
    }
}
