package org.xinheng.server.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.xinheng.server.database.DatabaseAddress.Login;

/**
 * Settings {@code xinheng.database.*}; passwords come by environment ({@code XINHENG_DATABASE_PASSWORD}).
 *
 * @param url JDBC address of an outside PostgreSQL; without it the embedded one runs
 * @param user the running server's login
 * @param ownerUser login that owns the objects; without it {@code user}, which then steps down to {@code xinheng_app}
 * @param sharedBuffers of the embedded PostgreSQL; without it 512 MB or a quarter of the memory
 */
@ConfigurationProperties("xinheng.database")
public record DatabaseProperties(
        @Nullable String url,
        @DefaultValue(Roles.APP) String user,
        @DefaultValue("") String password,
        @Nullable String ownerUser,
        @Nullable String ownerPassword,
        @Nullable DataSize sharedBuffers,
        @DefaultValue("" + Database.USUAL_POOL_SIZE) int poolSize) {

    DatabaseAddress address(String url) {
        var app = new Login(user, password);
        var owner = ownerUser == null ? app : new Login(ownerUser, ownerPassword == null ? "" : ownerPassword);
        return new DatabaseAddress(url, owner, app);
    }

    @Override
    public String toString() {
        return "DatabaseProperties[url=" + url + ", user=" + user + ", ownerUser=" + ownerUser + "]";
    }
}
