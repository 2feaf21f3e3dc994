package org.xinheng.server.database;

import javax.sql.DataSource;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives a test class a database of its own and closes it after the class; see {@link TestDatabase}. */
public final class FreshDatabase implements BeforeAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(FreshDatabase.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        var _ = database(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Database.class || type == JdbcClient.class || type == DataSource.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var database = database(context);
        var type = parameter.getParameter().getType();
        if (type == Database.class) {
            return database;
        }
        return type == DataSource.class ? database.app() : JdbcClient.create(database.app());
    }

    /** Kept by the class, found by its methods and nested classes; JUnit closes it with the class. */
    private static Database database(ExtensionContext context) {
        return context.getStore(NAMESPACE).computeIfAbsent(Database.class, _ -> TestDatabase.fresh(), Database.class);
    }
}
