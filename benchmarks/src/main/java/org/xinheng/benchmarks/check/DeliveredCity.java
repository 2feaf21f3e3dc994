package org.xinheng.benchmarks.check;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import org.xinheng.benchmarks.ground.Ground;
import org.xinheng.benchmarks.ground.Progress;
import org.xinheng.benchmarks.product.Product;
import org.xinheng.server.database.DatabaseAddress;
import org.xinheng.testkit.city.BulkCity;

/** A register and penalties of its organisations, delivered to a product in the way that everybody delivers. */
public record DeliveredCity(long seed, int rows, int organisations, int heapMegabytes) {

    public void deliver(Ground ground, DatabaseAddress database) throws IOException, InterruptedException {
        var city = new BulkCity(seed, LocalDate.now(ZoneId.of("Asia/Shanghai")));
        var source = city.authoritiesInCharge().getFirst().code();
        var file = ground.folder().resolve("penalties.csv");
        var register = ground.folder().resolve("register.csv");
        Progress.say("writing and delivering " + rows + " records");
        city.register(register, organisations);
        city.penalties(file, 1, rows, organisations);
        try (var product = Product.start(database, ground.folder().resolve("product"), heapMegabytes)) {
            product.deliver(register, "organisation-register", source);
            product.deliver(file, "administrative-penalty", source);
        }
        Files.delete(file);
    }
}
