package org.xinheng.server.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The staging folder could not be written: our fault and not the sender's. Nothing is left of the delivery; the same file
 * can be delivered again when there is room.
 */
public final class StagingFailed extends IOException {

    private static final long serialVersionUID = 1L;

    /** With less than this left, whatever failed failed for want of room. */
    private static final long NO_ROOM = 1 << 20;

    private final Reason reason;

    private StagingFailed(Reason reason, IOException cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    /** @param place file or folder that could not be written */
    public static StagingFailed of(IOException fault, Path place) {
        if (fault instanceof StagingFailed known) {
            return known;
        }
        return new StagingFailed(isForWantOfRoom(fault, place) ? Reason.DISK_FULL : Reason.BROKEN, fault);
    }

    /** The words of the operating system, for a quota can be used up on a disk with room; else the room itself. */
    private static boolean isForWantOfRoom(IOException fault, Path place) {
        var words = String.valueOf(fault.getMessage());
        if (words.contains("No space left") || words.contains("quota")) {
            return true;
        }
        try {
            return Files.getFileStore(place).getUsableSpace() < NO_ROOM;
        } catch (IOException _) {
            return false;
        }
    }

    public Reason reason() {
        return reason;
    }

    /** What whoever runs the server has to look after. */
    public enum Reason {
        DISK_FULL,
        BROKEN
    }
}
