package org.xinheng.server.service;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.xinheng.server.access.Actor;

/** What is handed in with a case (附件). Whether somebody belongs to the case is checked by the caller, before every call. */
public interface Attachments {

    /**
     * Reads a file to its end or to the limit, checks it and keeps it under the hash of its content until the pack's
     * period {@code attachment.retention} is over; joins the transaction of the caller where there is one.
     *
     * @param fileName as the sender called it; what the file is, is told by its content alone
     * @param reference case that it belongs to
     * @throws IOException when the sender went away or the disk is full: nothing is kept
     */
    Outcome keep(String fileName, String reference, Actor actor, InputStream content) throws IOException;

    /** Empty also when its period is over. */
    Optional<Attachment> find(long id);

    /** Those of a case whose period is not over, oldest first. */
    List<Attachment> ofCase(String reference);

    /**
     * The file as a download that no browser runs, logged before it is given out; empty where {@link #find} is.
     *
     * @param organisationId whom the case is about: it can see who looked
     * @throws IOException when the content is missing or damaged: it is compared with its hash
     */
    Optional<ResponseEntity<Resource>> download(long id, Actor reader, long organisationId, String purpose)
            throws IOException;

    /**
     * Removes what is past its last day from the disk; the entry stays.
     *
     * @return number of entries whose period ended
     */
    int removeExpired() throws IOException;

    /**
     * Removes contents that came in and never became part of a case, because the work around them was undone or the server died, once
     * they have lain for a day.
     *
     * @return number of files that went
     */
    int removeOrphans() throws IOException;

    /** What became of a file. */
    sealed interface Outcome {

        record Kept(Attachment attachment) implements Outcome {}

        /** @param limit in MiB, for {@link AttachmentFault#TOO_LARGE} */
        record Refused(AttachmentFault fault, long limit) implements Outcome {}
    }
}
