package org.xinheng.server.intake;

import java.util.List;
import org.xinheng.server.archive.Archive.Position;
import org.xinheng.server.archive.NewVersion;
import org.xinheng.server.archive.RecordLoading;

/** An archive that takes everything as another does; a test says what is different. */
abstract class ForwardedLoading implements RecordLoading {

    private final RecordLoading archive;

    ForwardedLoading(RecordLoading archive) {
        this.archive = archive;
    }

    @Override
    public long nextActId() {
        return archive.nextActId();
    }

    @Override
    public int partitionOf(long organisationId) {
        return archive.partitionOf(organisationId);
    }

    @Override
    public List<RowResult> load(Delivery delivery, List<NewVersion> rows) {
        return archive.load(delivery, rows);
    }

    @Override
    public void discard(long deliveryId) {
        archive.discard(deliveryId);
    }

    @Override
    public Position activate(Act act) {
        return archive.activate(act);
    }
}
