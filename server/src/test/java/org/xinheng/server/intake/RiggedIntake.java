package org.xinheng.server.intake;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinheng.server.database.FreshDatabase;

/** The intake alone on a database of the test class; each test has a rig, a folder and organisations of its own. */
@ExtendWith(FreshDatabase.class)
abstract class RiggedIntake {

    private static final AtomicInteger NEXT = new AtomicInteger(1);

    @TempDir
    Path folder;

    IntakeRig rig;
    JdbcClient sql;

    /** The first of 10,000 organisations of the test. */
    int base;

    @BeforeEach
    void openRig(DataSource database, JdbcClient client) {
        rig = new IntakeRig(database, folder);
        sql = client;
        base = NEXT.getAndAdd(10_000);
    }

    @AfterEach
    void closeRig() {
        rig.close();
    }
}
