package org.xinheng.server.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens and closes accounts and clients, with passwords chosen by the caller: for the shell, which prints them once. */
public interface AccountsSetup {

    /**
     * Opens an account, or gives an existing one these roles and this password.
     *
     * @param name of the post: lower-case letters, digits, dots and dashes
     * @param source id of the source department, for {@link Role#SOURCE_CLERK}
     */
    void account(String name, String password, Set<Role> roles, @Nullable String source);

    /**
     * Opens an account of {@link Role#ORGANISATION}, or gives an existing one this organisation and password.
     *
     * @param organisation unified social credit code; the caller has made sure that the register holds it
     */
    void organisationAccount(String name, String password, String organisation);

    /**
     * Opens an API client, or gives an existing one these permissions and this secret.
     *
     * @param source id of the source department, when it delivers
     */
    void client(String id, String secret, Set<Permission> permissions, @Nullable String source);

    /**
     * Opens an API client of an organisation, which may do what the organisation itself may, or gives an existing one this organisation
     * and secret.
     *
     * @param organisation unified social credit code; the caller has made sure that the register holds it
     */
    void organisationClient(String id, String secret, String organisation);

    /** Ends the account and its sessions. @return false when there is no such open account */
    boolean closeAccount(String name);

    /** Ends the client and its tokens. @return false when there is no such open client */
    boolean closeClient(String id);
}
