package org.xinheng.server.publicity;

import java.util.List;
import java.util.Optional;
import org.xinheng.server.access.Actor;
import org.xinheng.server.archive.RecordVersion;
import org.xinheng.server.organisation.Organisation;
import org.xinheng.server.publicity.ChapterOfOrganisationPage.Chapter;
import org.xinheng.server.web.Words;

/** What another module adds to the file that an organisation sees of itself (我的信用档案). It shows nothing of anybody else. */
@FunctionalInterface
public interface ChapterOfOwnFile {

    /**
     * @param actor the organisation that signed in
     * @param own its entry in the register
     * @param current its records that stand, shown to the public or not
     * @return empty when there is nothing to say
     */
    Optional<Chapter> of(Actor actor, Organisation own, List<RecordVersion> current, Words words);
}
