package org.xinheng.server.correction.notice;

import java.util.List;
import org.xinheng.server.access.AccessLog;
import org.xinheng.server.access.Actor;

/** Logs full notices in the log of reads, one entry each, durably before they are given out. */
public final class NoticeLog {

    private static final String READ = "correction.notice";

    private final AccessLog log;

    public NoticeLog(AccessLog log) {
        this.log = log;
    }

    /** @throws org.springframework.dao.DataAccessException when it cannot be logged: then nothing may be given out */
    public void givenOut(Actor reader, List<Notice> notices) {
        log.readAll(
                reader,
                READ,
                notices.stream()
                        .map(notice -> new AccessLog.Read(notice.organisationId(), READ + " " + notice.number()))
                        .toList());
    }
}
